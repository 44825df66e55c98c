package org.cairn.reports.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.RefusedInput;

/// Writes and verifies a file that its heap has no room for; [LargePieceTest] starts it.
final class LargePieceChild {
    static final String NAME = "evidence/NET-4/0123456789ab/00-large.log";
    private static final int CHUNK_BYTES = 1 << 20;

    private LargePieceChild() {}

    /// @param arguments the zip, and how many mebibytes the file has
    public static void main(String[] arguments) throws IOException, VaultException, RefusedInput {
        Path zip = Path.of(arguments[0]);
        write(zip, Integer.parseInt(arguments[1]));
        System.out.print(PackVerification.verify(zip).defects());
    }

    private static void write(Path zip, int chunks) throws IOException, VaultException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            var writer = new ZipWriter(out, Instant.parse("2026-03-01T09:00:00Z"));
            Digest digest = writer.add(NAME, new Large(chunks));
            writer.add(PackWriter.SUMS, Bytes.utf8(digest.hex() + "  " + NAME + '\n'));
            writer.finish();
        }
    }

    private record Large(int chunks) implements PackPart.Content {
        @Override
        public Bytes read() {
            throw new IllegalStateException("it is too large to be held");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int i = 0; i < chunks; i++) {
                chunk[0] = (byte) i;
                out.write(chunk);
            }
        }
    }
}
