package org.cairn.reports.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Writes audit packs (`docs/pack-format.md`). A pack appears under its name whole or not at all: it is written beside
/// it, forced to disk, then renamed. The same content and the same signatures give the same bytes.
public final class PackWriter {
    static final String SUMS = "SHA256SUMS";
    private static final String README = "README.txt";
    /// For people with a browser and nothing else.
    static final String PAGE = "verify.html";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final long MEBIBYTE = 1L << 20;
    /// The bounds that the verifier keeps too, with room for the sums and their signatures.
    private static final int MOST_FILES = 149_000;

    private static final long LARGEST_FILE_BYTES = 2048 * MEBIBYTE - 1;
    private static final long LARGEST_PACK_BYTES = 16_000 * MEBIBYTE;

    private final PayloadReader payloads;
    private final PackSigner signer;
    private final Bytes page;

    /// @param page the verifier for browsers that goes into each pack
    public PackWriter(PayloadReader payloads, PackSigner signer, Bytes page) {
        this.payloads = payloads;
        this.signer = signer;
        this.page = page;
    }

    /// Replaces `out` if it exists.
    public PackResult write(PackContent content, Path out) throws PackException {
        PackPaths paths = PackPaths.of(content.evidence());
        List<PackPart> parts = parts(content, paths);
        bounds(parts);
        Path target = out.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PackException(out + ": there is no folder to write it into");
        }
        Path partial = folder.resolve('.' + String.valueOf(target.getFileName()) + ".partial");
        try {
            PackResult result = writeTo(partial, content, parts, out);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
            return result;
        } catch (IOException e) {
            throw new PackException(out + ": could not be written: " + e.getMessage(), e);
        } catch (VaultException e) {
            throw new PackException(out + ": a payload could not be read: " + e.getMessage(), e);
        } finally {
            remove(partial);
        }
    }

    private List<PackPart> parts(PackContent content, PackPaths paths) {
        List<PackPart> parts = new ArrayList<>(PackFiles.of(content, paths, payloads));
        parts.add(PackPart.of(PAGE, "verifier-page", "what checks this pack in a browser", page));
        parts.sort(null);
        List<PackPart> named = new ArrayList<>(parts);
        named.addFirst(PackPart.of(README, "instructions", "how to verify this pack", Bytes.empty()));
        Bytes manifest = PackManifest.write(content, paths, named);
        parts.add(PackPart.of(PackManifest.PATH, "manifest", "what each file is", manifest));
        parts.sort(null);
        Bytes readme = Bytes.utf8(PackReadme.text(content, paths, Digest.sha256(page), parts.size() + 1));
        parts.addFirst(PackPart.of(README, "instructions", "how to verify this pack", readme));
        return parts;
    }

    private PackResult writeTo(Path partial, PackContent content, List<PackPart> parts, Path out)
            throws IOException, VaultException, PackException {
        try (FileChannel channel = FileChannel.open(
                        partial,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
            var zip = new ZipWriter(stream, content.head().issuedAt());
            Map<String, Digest> digests = new TreeMap<>();
            for (PackPart part : parts) {
                digests.put(part.path(), add(zip, part));
            }
            Bytes sums = sums(digests);
            zip.add(SUMS, sums);
            zip.add(SUMS + ".ed25519", signer.ed25519(sums));
            zip.add(SUMS + ".mldsa44", signer.mlDsa44(sums));
            Bytes cms = signer.cms(sums);
            zip.add(SUMS + ".p7s", cms);
            Optional<Bytes> stamp = stamp(content, cms);
            if (stamp.isPresent()) {
                zip.add(SUMS + ".p7s.tsr", stamp.get());
            }
            long size = zip.finish();
            stream.flush();
            channel.force(true);
            return new PackResult(
                    out,
                    size,
                    parts.size() + (stamp.isPresent() ? 5 : 4),
                    Digest.sha256(sums),
                    content.certificates().rootFingerprint());
        }
    }

    private static Digest add(ZipWriter zip, PackPart part) throws IOException, VaultException {
        if (part.isLarge()) {
            return zip.add(part.path(), part.content());
        }
        Bytes bytes = part.content().read();
        zip.add(part.path(), bytes);
        return Digest.sha256(bytes);
    }

    private Optional<Bytes> stamp(PackContent content, Bytes cms) throws PackException {
        Optional<Bytes> stamp = signer.timeStamp(cms);
        if (stamp.isPresent() != content.certificates().stampRoot().isPresent()) {
            throw new IllegalArgumentException("a time stamp and the root of its authority go together");
        }
        return stamp;
    }

    /// As GNU coreutils `sha256sum` writes them.
    private static Bytes sums(Map<String, Digest> digests) {
        return Bytes.utf8(digests.entrySet().stream()
                .map(file -> file.getValue().hex() + "  " + file.getKey() + '\n')
                .collect(Collectors.joining()));
    }

    private static void bounds(List<PackPart> parts) throws PackException {
        Set<String> names = new HashSet<>();
        long total = 0;
        for (PackPart part : parts) {
            if (!names.add(part.path().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(part.path() + " is in the pack twice");
            }
            if (part.sizeBytes() > LARGEST_FILE_BYTES) {
                throw new PackException(part.path() + " (" + part.title() + ") has " + part.sizeBytes()
                        + " bytes; a pack's file has at most " + LARGEST_FILE_BYTES + ": withhold it");
            }
            total += part.sizeBytes();
        }
        if (parts.size() > MOST_FILES || total > LARGEST_PACK_BYTES) {
            throw new PackException("the pack would have " + parts.size() + " files of " + total
                    + " bytes; at most " + MOST_FILES + " files of " + LARGEST_PACK_BYTES
                    + " bytes can be verified: withhold some evidence");
        }
    }

    /// Makes the rename durable (rename(2) alone does not).
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// What is left of a pack that could not be finished; nothing after a rename.
    private static void remove(Path partial) throws PackException {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new PackException(partial + ": the unfinished pack could not be removed: " + e.getMessage(), e);
        }
    }
}
