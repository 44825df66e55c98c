package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A file of random bytes that is mixed into a person's passphrase: without it the passphrase opens nothing. Kept
/// on a medium of its own; whoever loses it needs the recovery code.
public final class KeyFile {
    /// 256 bits, as much as the key it protects. What is shorter was hardly made for this.
    private static final int SMALLEST_BYTES = 32;

    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final int MADE_SIZE_BYTES = 64;

    private final Digest digest;

    private KeyFile(Digest digest) {
        this.digest = digest;
    }

    /// @throws KeyException where it cannot be read, or has fewer than 32 bytes or more than 1 MiB
    public static KeyFile read(Path file) throws KeyException {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_BYTES + 1);
            if (content.length < SMALLEST_BYTES || content.length > LARGEST_BYTES) {
                throw new KeyException(file + ": a key file has " + SMALLEST_BYTES + " bytes to 1 MiB, this one has "
                        + (content.length > LARGEST_BYTES ? "more" : content.length)
                        + ". Make one with `cairn keys key-file`.");
            }
            return new KeyFile(Digest.sha256(Bytes.copyOf(content)));
        } catch (IOException e) {
            throw new KeyException(
                    file + ": the key file cannot be read (" + e + "). Is the medium it lies on connected?", e);
        }
    }

    /// Writes a new one, for its owner's eyes alone (0600).
    /// @throws KeyException where the file is there already, or cannot be written
    public static KeyFile make(Path file, SecureRandom random) throws KeyException {
        byte[] content = new byte[MADE_SIZE_BYTES];
        random.nextBytes(content);
        try {
            write(file, content);
        } catch (FileAlreadyExistsException e) {
            throw new KeyException(file + " is there already; a key file never replaces another file.", e);
        } catch (IOException e) {
            throw new KeyException(file + ": the key file cannot be written (" + e + ").", e);
        }
        return new KeyFile(Digest.sha256(Bytes.copyOf(content)));
    }

    private static void write(Path file, byte[] content) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), owner)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// What goes into the derivation.
    Bytes secret() {
        return Bytes.copyOf(digest.toByteArray());
    }

    /// Never its content.
    @Override
    public String toString() {
        return "a key file";
    }
}
