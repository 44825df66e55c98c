package org.cairn.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// Takes in and gives back what its heap has no room for; [EvidenceVaultTest] starts it.
final class LargePayloadChild {
    private LargePayloadChild() {}

    /// @param arguments a folder, and how many bytes the payload has
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long bytes = Long.parseLong(arguments[1]);
        var vault = new EvidenceVault(
                folder.resolve("evidence"), folder.resolve("keys"), new PlainWrap("ours"), new SecureRandom());
        try (Intake taken = vault.takeIn(new Counted(bytes))) {
            PayloadRef payload = vault.keep(taken);
            MessageDigest copied = Digest.newSha256();
            vault.copy(payload, new DigestOutputStream(OutputStream.nullOutputStream(), copied));
            boolean same = Digest.of(copied.digest()).equals(taken.sha256()) && taken.sizeBytes() == bytes;
            System.out.print(same ? "taken in and copied" : "copied as something else");
        }
        try (Intake larger = vault.takeIn(new Counted(bytes + 1))) {
            System.out.print("; one byte more: " + larger.sizeBytes());
        } catch (VaultException e) {
            System.out.print("; one byte more: " + e.reason());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            System.out.print(
                    ", files left: " + files.filter(Files::isRegularFile).count());
        }
    }

    /// So many bytes, not all the same.
    private static final class Counted extends InputStream {
        private long left;

        Counted(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            return left == 0 ? -1 : (int) (left-- & 0xff);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = (int) Math.min(left, length);
            for (int i = from; i < from + count; i++) {
                buffer[i] = (byte) left--;
            }
            return count == 0 ? -1 : count;
        }
    }
}
