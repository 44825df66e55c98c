package org.cairn.causality.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.ingest.IngestException;
import org.cairn.proof.Digest;

/// Holds retrieved documents against files that somebody hands over.
public final class ContextCheck {
    /// What became of one document.
    public enum Found {
        MATCHES,
        /// The file is not what the log says was retrieved.
        DIFFERS,
        NOT_GIVEN,
        /// The log states no digest, so there is nothing to hold the file against.
        NO_DIGEST
    }

    private static final int CHUNK = 1 << 16;

    private final Map<Path, Digest> given = new HashMap<>();

    /// @param files as they lie here; one stands for the document of the same path, or else of the same name
    public static ContextCheck of(List<Path> files) throws IngestException {
        ContextCheck check = new ContextCheck();
        for (Path file : files) {
            check.given.put(file.toAbsolutePath().normalize(), digest(file));
        }
        return check;
    }

    private static Digest digest(Path file) throws IngestException {
        MessageDigest sha256 = Digest.newSha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                sha256.update(chunk, 0, n);
            }
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be read (" + e + "); give the document that was retrieved", e);
        }
        return Digest.of(sha256.digest());
    }

    public Found found(Decision.Context document) {
        if (document.sha256().isEmpty()) {
            return Found.NO_DIGEST;
        }
        return file(Path.of(document.path()))
                .map(digest -> digest.equals(document.sha256().get()) ? Found.MATCHES : Found.DIFFERS)
                .orElse(Found.NOT_GIVEN);
    }

    /// A name that several files have stands for none of them.
    private Optional<Digest> file(Path document) {
        Optional<Digest> same = Optional.ofNullable(given.get(document.normalize()));
        Optional<Path> name = Optional.ofNullable(document.getFileName());
        List<Path> named = given.keySet().stream()
                .filter(file -> name.filter(file::endsWith).isPresent())
                .toList();
        return same.isPresent() || named.size() != 1 ? same : Optional.ofNullable(given.get(named.getFirst()));
    }
}
