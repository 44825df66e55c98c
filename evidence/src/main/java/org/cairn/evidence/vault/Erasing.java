package org.cairn.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Digest;

/// Makes payloads unreadable for ever. What counts is that the only copy of a random 256-bit key is gone:
/// the key's
/// file
/// is overwritten before it is removed, but a disk that remaps blocks or a file system that copies on
/// write (flash,
/// snapshots) may keep old blocks, and no program can tell.
public final class Erasing {
    private final Path payloads;
    private final Path keys;
    private final SecureRandom random;

    /// @param payloads the folder of stored payloads
    /// @param keys     the folder of their wrapped keys
    public Erasing(Path payloads, Path keys, SecureRandom random) {
        this.payloads = payloads;
        this.keys = keys;
        this.random = random;
    }

    /// Whether key or stored bytes of a payload are still there.
    public static boolean remains(Path payloads, Path keys, Digest stored) {
        return there(EvidenceVault.place(keys, stored)) || there(EvidenceVault.place(payloads, stored));
    }

    /// Keys first, and durably: from then on nothing that is left can be read.
    public void erase(List<Digest> stored) throws VaultException {
        remove(keys, stored);
        remove(payloads, stored);
    }

    private void remove(Path root, List<Digest> stored) throws VaultException {
        Set<Path> touched = new LinkedHashSet<>();
        for (Digest name : stored) {
            Path file = EvidenceVault.place(root, name);
            Path folder = root.resolve(name.hex().substring(0, 2));
            try {
                removeOne(file);
                removeOne(folder.resolve(file.getFileName() + DurableFiles.TEMPORARY_SUFFIX));
            } catch (IOException e) {
                throw new VaultException(Reason.FAILED, file, "could not be destroyed: " + e, e);
            }
            touched.add(folder);
        }
        for (Path folder : touched) {
            try {
                if (Files.isDirectory(folder)) {
                    DurableFiles.forceFolder(folder);
                }
            } catch (IOException e) {
                throw new VaultException(Reason.FAILED, folder, "could not be forced to disk: " + e, e);
            }
        }
    }

    private void removeOne(Path file) throws IOException {
        if (!there(file)) {
            return;
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            overwrite(file);
        }
        Files.deleteIfExists(file);
    }

    private void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[1 << 16];
            long left = channel.size();
            long at = 0;
            while (left > 0) {
                random.nextBytes(noise);
                ByteBuffer bytes = ByteBuffer.wrap(noise, 0, (int) Math.min(left, noise.length));
                int written = channel.write(bytes, at);
                at += written;
                left -= written;
            }
            channel.force(true);
        }
    }

    private static boolean there(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
