package org.cairn.frameworks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// Where catalogue files are read from, by relative name such as `dora/framework.json`.
public interface CatalogueFiles {
    /// No file may be larger: the largest built-in one has a quarter of a megabyte.
    int LARGEST_BYTES = 16 * 1024 * 1024;

    /// Empty if there is no such file.
    Optional<Bytes> read(String name) throws IOException;

    /// Those that are part of the product.
    static CatalogueFiles builtIn() {
        return name -> {
            try (InputStream in = CatalogueFiles.class.getResourceAsStream(name)) {
                return in == null ? Optional.empty() : Optional.of(bounded(in, name));
            }
        };
    }

    /// Those in a folder.
    static CatalogueFiles in(Path folder) {
        return name -> {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(bounded(in, name));
            }
        };
    }

    private static Bytes bounded(InputStream in, String name) throws IOException {
        byte[] content = in.readNBytes(LARGEST_BYTES + 1);
        if (content.length > LARGEST_BYTES) {
            throw new IOException(name + " is larger than " + LARGEST_BYTES + " bytes");
        }
        return Bytes.copyOf(content);
    }
}
