package org.cairn.frameworks.own;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.proof.Bytes;

/// A file that somebody hands over, read whole and bounded.
public final class FrameworkFile {
    /// NIST's own catalogue of SP 800-53 has 10 MB. What is larger is refused before it is read.
    public static final int LARGEST_BYTES = 64 * 1024 * 1024;

    private FrameworkFile() {}

    /// @throws MalformedFramework if it is larger than [#LARGEST_BYTES]
    public static Bytes read(Path file) throws MalformedFramework, IOException {
        if (Files.size(file) <= LARGEST_BYTES) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes(LARGEST_BYTES + 1);
                if (content.length <= LARGEST_BYTES) {
                    return Bytes.copyOf(content);
                }
            }
        }
        throw new Faults(String.valueOf(file.getFileName()))
                .last("file", "larger than " + LARGEST_BYTES / (1024 * 1024) + " MiB; split the framework");
    }
}
