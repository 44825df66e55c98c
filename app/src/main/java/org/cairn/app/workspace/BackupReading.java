package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.cairn.app.workspace.BackupSource.Member;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Unpacks an archive that may be hostile: only names that a workspace has, each once; nothing that grows
/// when it is
/// unpacked, nothing that overlaps; every byte as SHA256SUMS names it. Streams.
final class BackupReading {
    /// Also keeps a name of one platform from being another file on another.
    private static final Pattern NAME = Pattern.compile("backup\\.json|cairn\\.json|SHA256SUMS|ledger/checkpoint"
            + "|ledger/tile/(entries|[0-7])/(x\\d{3}/)*\\d{3}(\\.p/[1-9]\\d{0,2})?"
            + "|evidence/([0-9a-f]{2})/\\4[0-9a-f]{62}"
            + "|keys/payload/([0-9a-f]{2})/\\5[0-9a-f]{62}"
            + "|keys/[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*)?");
    private static final long PAYLOAD_LIMIT_BYTES = EvidenceVault.LIMIT_BYTES + 28;
    private static final long FILE_LIMIT_BYTES = 8L << 20;
    private static final long SUMS_LIMIT_BYTES = 512L << 20;

    private final Path archive;
    private final Path to;

    BackupReading(Path archive, Path to) {
        this.archive = archive;
        this.to = to;
    }

    /// @param holds what the archive has to say of itself
    /// @return the origin of the log that it is of
    String unpack(String holds) throws WorkspaceException {
        try (BackupSource source = BackupSource.of(archive)) {
            Map<String, Member> members = members(source);
            Map<String, Digest> sums = sums(source, members);
            String origin = describe(source, members, holds);
            for (Member member : members.values()) {
                String name = member.name();
                if (!name.equals(BackupArchive.SUMS)) {
                    Digest expected = sums.remove(name);
                    if (expected == null) {
                        throw refused(name, "is not named in " + BackupArchive.SUMS);
                    }
                    if (!copy(source, member).equals(expected)) {
                        throw refused(name, "is damaged: its SHA-256 is not the one in " + BackupArchive.SUMS);
                    }
                }
            }
            if (!sums.isEmpty()) {
                throw refused(sums.keySet().iterator().next(), "is named in " + BackupArchive.SUMS + " and is missing");
            }
            return origin;
        } catch (ZipException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, archive + ": is no whole zip (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, archive + ": cannot be unpacked (" + e + "). Check space and permissions", e);
        } catch (MalformedJson e) {
            throw refused(BackingUp.DESCRIPTION, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Member> members(BackupSource source) throws WorkspaceException, IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        long left = source.capacityBytes();
        for (Member member : source.members()) {
            String name = member.name();
            if (!NAME.matcher(name).matches()) {
                throw refused(printable(name), "is no file of a workspace");
            }
            if (member.problem().isPresent()) {
                throw refused(name, member.problem().get());
            }
            if (member.sizeBytes() > limit(name)) {
                throw refused(name, "has " + member.sizeBytes() + " bytes, more than such a file can have");
            }
            left -= member.storedBytes();
            if (left < 0) {
                throw refused(name, "overlaps another member");
            }
            if (members.put(name, member) != null) {
                throw refused(name, "is there twice");
            }
        }
        return members;
    }

    private static long limit(String name) {
        return name.startsWith("evidence/")
                ? PAYLOAD_LIMIT_BYTES
                : name.equals(BackupArchive.SUMS) ? SUMS_LIMIT_BYTES : FILE_LIMIT_BYTES;
    }

    private Map<String, Digest> sums(BackupSource source, Map<String, Member> members)
            throws IOException, WorkspaceException {
        Map<String, Digest> sums = new HashMap<>();
        String list = read(source, members, BackupArchive.SUMS).asUtf8();
        for (String line : list.lines().toList()) {
            if (!line.matches("[0-9a-f]{64}  .+")
                    || sums.put(line.substring(66), Digest.parseHex(line.substring(0, 64))) != null) {
                throw refused(BackupArchive.SUMS, "is no list of sums, each file once");
            }
        }
        return sums;
    }

    private String describe(BackupSource source, Map<String, Member> members, String holds)
            throws IOException, WorkspaceException, MalformedJson {
        JsonObject json = Json.parseObject(read(source, members, BackingUp.DESCRIPTION));
        if (!json.text("format").equals("cairn-backup")
                || json.integer("formatVersion") != 1
                || !json.text("holds").equals(holds)) {
            throw refused(BackingUp.DESCRIPTION, "does not describe a backup of " + holds + ", version 1");
        }
        return json.text("origin");
    }

    private Bytes read(BackupSource source, Map<String, Member> members, String name)
            throws IOException, WorkspaceException {
        Member member = members.get(name);
        if (member == null) {
            throw refused(name, "is missing");
        }
        try (InputStream in = source.open(name)) {
            return Bytes.copyOf(in.readNBytes(Math.toIntExact(member.sizeBytes())));
        }
    }

    private Digest copy(BackupSource source, Member member) throws IOException, WorkspaceException {
        Path file = to.resolve(member.name());
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean kept = !member.name().equals(BackingUp.DESCRIPTION);
        MessageDigest sha256 = Digest.newSha256();
        byte[] buffer = new byte[1 << 16];
        long left = member.sizeBytes();
        try (InputStream in = source.open(member.name());
                OutputStream out = kept
                        ? Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)
                        : OutputStream.nullOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw refused(member.name(), "is larger than it says");
                }
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return Digest.of(sha256.digest());
    }

    private WorkspaceException refused(String member, String problem) {
        return new WorkspaceException(
                Kind.BAD_INPUT, archive + ": " + member + " " + problem + "; nothing was restored");
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
