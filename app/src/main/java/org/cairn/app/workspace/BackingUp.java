package org.cairn.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.ledger.store.LedgerCopy;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;

/// Copies a workspace as it is at one checkpoint. Payloads go into one archive and the keys that open them
/// into another:
/// kept apart, an archive of payloads does not bring back what was erased later.
final class BackingUp {
    static final String DESCRIPTION = "backup.json";
    static final String PAYLOADS = "payloads";
    static final String KEYS = "keys";

    private final Parts parts;

    BackingUp(Parts parts) {
        this.parts = parts;
    }

    /// Copies while other programs may append. Opened for reading, it cannot record that a copy was made.
    BackupResult backUp(Path out, Optional<Path> keysOut, BackupForm form) throws WorkspaceException {
        requireAbsent(out);
        for (Path each : keysOut.stream().toList()) {
            requireAbsent(each);
        }
        try {
            SignedNote note = parts.ledger().checkpoint();
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (parts.environment().memory().isPresent() && parts.alarms().isEmpty()) {
                parts.environment().memory().get().rememberBackup(note);
            }
            List<Digest> names = names();
            Optional<Digest> keySums =
                    keysOut.isPresent() ? Optional.of(keys(keysOut.get(), form, names, checkpoint)) : Optional.empty();
            return payloads(new Target(out, form), names, note, checkpoint, keySums);
        } catch (NoSuchFileException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE,
                    e.getFile() + " went while the copy was made, as by an erasure; no backup was made. Run it again",
                    e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, out + ": no backup was made (" + e + "). Check space and permissions", e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint that was opened", e);
        }
    }

    private record Target(Path out, BackupForm form) {}

    private BackupResult payloads(
            Target target, List<Digest> names, SignedNote note, Checkpoint checkpoint, Optional<Digest> keySums)
            throws IOException, WorkspaceException {
        WorkspaceFolder folder = parts.folder();
        Digest sums;
        long files;
        long sizeBytes;
        try (BackupArchive archive = BackupArchive.create(target.out, target.form)) {
            archive.add(DESCRIPTION, description(PAYLOADS, checkpoint));
            archive.add(WorkspaceFile.NAME, folder.description());
            archive.add("keys/public.json", folder.keys().resolve("public.json"));
            archive.add("ledger/checkpoint", note.encode());
            for (String file : LedgerCopy.files(checkpoint.size())) {
                archive.add("ledger/" + file, folder.ledger().resolve(file));
            }
            for (Digest name : names) {
                archive.add("evidence/" + slashed(name), folder.evidence().resolve(EvidenceVault.location(name)));
            }
            sums = archive.finish();
            files = archive.members();
            sizeBytes = archive.sizeBytes();
        }
        OptionalLong entry = parts.access() == Access.WRITE
                ? OptionalLong.of(parts.log()
                        .recordByPerson(new ErasureEvent.BackupMade(
                                sums, sizeBytes, checkpoint.size(), checkpoint.root(), keySums)))
                : OptionalLong.empty();
        return new BackupResult(target.out, sizeBytes, files, checkpoint, sums, keySums, entry);
    }

    private Digest keys(Path out, BackupForm form, List<Digest> names, Checkpoint checkpoint) throws IOException {
        WorkspaceFolder folder = parts.folder();
        try (BackupArchive archive = BackupArchive.create(out, form)) {
            archive.add(DESCRIPTION, description(KEYS, checkpoint));
            for (Path file : keyFiles(folder.keys())) {
                String name = folder.root().relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("keys/payload/") && !name.equals("keys/public.json") && !name.endsWith(".tmp")) {
                    archive.add(name, file);
                }
            }
            for (Digest name : names) {
                archive.add(
                        "keys/payload/" + slashed(name), folder.payloadKeys().resolve(EvidenceVault.location(name)));
            }
            return archive.finish();
        }
    }

    /// Payloads whose key is there and that nobody erased. A payload is durable before its key, so each of
    /// these is
    /// whole.
    private List<Digest> names() throws IOException {
        return keyFiles(parts.folder().payloadKeys()).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.matches("[0-9a-f]{64}"))
                .map(Digest::parseHex)
                .filter(stored -> !parts.erasures().erased(stored))
                .toList();
    }

    private static List<Path> keyFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Bytes description(String holds, Checkpoint checkpoint) {
        return Json.write(Json.object()
                .with("format", "cairn-backup")
                .with("formatVersion", 1)
                .with("holds", holds)
                .with("madeAt", parts.environment().clock().instant().toString())
                .with("origin", checkpoint.origin())
                .with("size", checkpoint.size())
                .with("root", checkpoint.root().hex())
                .build());
    }

    private static String slashed(Digest name) {
        return EvidenceVault.location(name).toString().replace('\\', '/');
    }

    private static void requireAbsent(Path file) throws WorkspaceException {
        if (Files.exists(file)) {
            throw new WorkspaceException(Kind.BAD_INPUT, file + ": exists; no backup was made. Choose another name");
        }
    }
}
