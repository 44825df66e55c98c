package org.cairn.evidence.vault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A stored payload that is read in pieces: once to see that it is what its name says, once to open it.
record SealedFile(Path file, PayloadRef payload) {
    private static final int CHUNK_BYTES = 1 << 16;

    void copy(Bytes secret, OutputStream out) throws IOException, VaultException {
        check();
        MessageDigest commitment = Digest.newSha256();
        PayloadSeal.salt(secret).update(commitment);
        try (InputStream in = open()) {
            Cipher cipher = PayloadSeal.unauthenticated(secret, in.readNBytes(PayloadSeal.NONCE_BYTES));
            byte[] sealed = new byte[CHUNK_BYTES];
            byte[] plain = new byte[CHUNK_BYTES];
            for (long left = payload.sizeBytes(); left > 0; ) {
                int count = in.read(sealed, 0, (int) Math.min(left, CHUNK_BYTES));
                if (count < 0) {
                    throw new EOFException(file + ": became shorter while it was read");
                }
                int opened = cipher.update(sealed, 0, count, plain);
                commitment.update(plain, 0, opened);
                out.write(plain, 0, opened);
                left -= count;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("counter mode gives as many bytes as it takes", e);
        }
        if (!Digest.of(commitment.digest()).equals(payload.commitment())) {
            throw new VaultException(Reason.DAMAGED, file, "its content is not what the ledger committed to");
        }
    }

    private void check() throws VaultException {
        MessageDigest name = Digest.newSha256();
        long size = 0;
        try (InputStream in = open()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                name.update(chunk, 0, count);
                size += count;
            }
        } catch (IOException e) {
            throw new VaultException(Reason.FAILED, file, "could not be read: " + e, e);
        }
        long expected = payload.sizeBytes() + PayloadSeal.OVERHEAD_BYTES;
        if (size != expected) {
            throw new VaultException(Reason.DAMAGED, file, "has " + size + " bytes instead of " + expected);
        }
        if (!Digest.of(name.digest()).equals(payload.stored())) {
            throw new VaultException(Reason.DAMAGED, file, "its SHA-256 is not its name");
        }
    }

    private InputStream open() throws IOException, VaultException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new VaultException(Reason.MISSING, file, "is not there", e);
        }
    }
}
