package org.cairn.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;

/// Checks stored payloads without any key: every file's SHA-256 is its name, it stands where its name says, and every
/// key
/// has its payload.
public final class VaultAudit {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path root;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> withoutKey = new ArrayList<>();

    /// @param defects    all that is wrong, in the order of the files' names
    /// @param withoutKey payloads that nobody can open any more: erased, or left by a write that was cut off before
    ///                   anything referred to it. Whether an entry needs one is for the caller to say
    public record Result(List<Defect> defects, List<String> withoutKey) {
        public Result {
            defects = List.copyOf(defects);
            withoutKey = List.copyOf(withoutKey);
        }
    }

    private VaultAudit(Path root) {
        this.root = root;
    }

    /// @param root the folder that file names in defects are relative to
    public static Result audit(Path root, Path payloads, Path keys) throws IOException {
        VaultAudit audit = new VaultAudit(root);
        for (Path file : files(payloads)) {
            audit.payload(payloads, keys, file);
        }
        for (Path key : files(keys)) {
            Path payload = payloads.resolve(keys.relativize(key));
            if (!Files.exists(payload)) {
                audit.report(payload, "is missing; its key is still there");
            }
        }
        return new Result(audit.defects, audit.withoutKey);
    }

    private void payload(Path payloads, Path keys, Path file) throws IOException {
        Digest content = digest(file);
        Path place = payloads.resolve(EvidenceVault.location(content));
        if (!place.equals(file)) {
            report(file, "its SHA-256 is " + content.hex() + ", not its name");
        }
        if (!Files.exists(keys.resolve(payloads.relativize(file)))) {
            withoutKey.add(name(file));
        }
    }

    private void report(Path file, String problem) {
        defects.add(Defect.inFile(name(file), problem));
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// Leftovers of a write that was cut off are no payloads.
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !file.toString().endsWith(DurableFiles.TEMPORARY_SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Digest digest(Path file) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return Digest.of(sha256.digest());
    }
}
