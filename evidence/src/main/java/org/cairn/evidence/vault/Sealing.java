package org.cairn.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Hashes, seals and writes what is read, piece by piece, in the form that [PayloadSeal] opens.
final class Sealing {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int NAME_BYTES = 16;

    private final MessageDigest plain = Digest.newSha256();
    private final MessageDigest commitment = Digest.newSha256();
    private final MessageDigest stored = Digest.newSha256();
    private final Bytes secret;
    private final byte[] nonce = new byte[PayloadSeal.NONCE_BYTES];
    private final Path folder;
    private final Path temporary;
    private long sizeBytes;

    private Sealing(Path folder, SecureRandom random) {
        this.folder = folder;
        secret = PayloadSeal.secret(random);
        PayloadSeal.salt(secret).update(commitment);
        random.nextBytes(nonce);
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        temporary = folder.resolve(HexFormat.of().formatHex(name) + DurableFiles.TEMPORARY_SUFFIX);
    }

    /// @throws IOException    where `in` cannot be read
    /// @throws VaultException where nothing can be written, or `in` has more than `limitBytes`
    static Intake seal(InputStream in, Path folder, long limitBytes, SecureRandom random)
            throws IOException, VaultException {
        Sealing sealing = new Sealing(folder, random);
        try {
            sealing.writeAll(in, limitBytes);
        } catch (IOException | VaultException e) {
            DurableFiles.discard(sealing.temporary, e);
            throw e;
        }
        PayloadRef payload = new PayloadRef(
                Digest.of(sealing.stored.digest()), Digest.of(sealing.commitment.digest()), sealing.sizeBytes);
        return new Intake(sealing.temporary, payload, Digest.of(sealing.plain.digest()), sealing.secret);
    }

    private void writeAll(InputStream in, long limitBytes) throws IOException, VaultException {
        try (FileChannel out = create()) {
            Cipher cipher = PayloadSeal.sealing(secret, nonce);
            write(out, nonce, nonce.length);
            byte[] read = new byte[CHUNK_BYTES];
            byte[] sealed = new byte[CHUNK_BYTES + PayloadSeal.OVERHEAD_BYTES];
            for (int count = in.read(read); count >= 0; count = in.read(read)) {
                sizeBytes += count;
                if (sizeBytes > limitBytes) {
                    throw new VaultException(
                            Reason.TOO_LARGE, folder, "a payload has more than " + limitBytes + " bytes");
                }
                plain.update(read, 0, count);
                commitment.update(read, 0, count);
                write(out, sealed, cipher.update(read, 0, count, sealed));
            }
            write(out, sealed, cipher.doFinal(sealed, 0));
            force(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private FileChannel create() throws VaultException {
        try {
            new DurableFiles().createFolder(folder.toAbsolutePath());
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void write(FileChannel out, byte[] bytes, int count) throws VaultException {
        stored.update(bytes, 0, count);
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
        try {
            while (left.hasRemaining()) {
                out.write(left);
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void force(FileChannel out) throws VaultException {
        try {
            out.force(true);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private VaultException unwritten(IOException cause) {
        return new VaultException(Reason.FAILED, temporary, "could not be written: " + cause, cause);
    }
}
