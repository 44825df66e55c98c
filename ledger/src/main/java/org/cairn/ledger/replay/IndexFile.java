package org.cairn.ledger.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The index on disk. H2 returns wrong data for most changed bits and loses confirmed commits when the process
/// is killed, so its file is believed only where its hash is the one that was noted when it was last closed.
final class IndexFile implements AutoCloseable {
    private static final String DATABASE = "posture";
    private static final String SEAL = "posture.seal";
    private static final String LOCK = "posture.lock";

    private final DurableFolder folder;
    private final FileChannel lock;

    private IndexFile(DurableFolder folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Empty where another program, or another part of this one, has the index open.
    static Optional<IndexFile> take(Path indexDir) throws IOException {
        Files.createDirectories(indexDir);
        FileChannel channel =
                FileChannel.open(indexDir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new IndexFile(DurableFolder.ofOwner(indexDir), channel)) : Optional.empty();
    }

    /// Why the file cannot be believed; empty where it can.
    Optional<RebuildReason> distrust() throws IOException {
        if (!Files.exists(file())) {
            return Optional.of(RebuildReason.NO_INDEX);
        }
        if (!folder.has(SEAL)) {
            return Optional.of(RebuildReason.NOT_CLOSED);
        }
        return folder.read(SEAL, 2 * Digest.SIZE_BYTES + 1).equals(seal())
                ? Optional.empty()
                : Optional.of(RebuildReason.FILE_CHANGED);
    }

    /// From here until [#writeSeal()] the file is not to be believed.
    void breakSeal() throws IOException {
        Files.deleteIfExists(folder.path(SEAL));
    }

    /// Notes the hash of the closed database.
    void writeSeal() throws IOException {
        folder.write(SEAL, seal());
    }

    void discard() throws IOException {
        breakSeal();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.root())) {
            files = all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(DATABASE + ".") && !name.equals(LOCK);
                    })
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /// H2's name of the database: the path without its suffix. A semicolon would end it.
    String url() {
        String path = folder.root().toAbsolutePath().resolve(DATABASE).toString();
        return "jdbc:h2:file:" + path.replace(";", "\\;");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path file() {
        return folder.path(DATABASE + ".mv.db");
    }

    private Bytes seal() throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return Bytes.utf8(Digest.of(sha256.digest()).hex() + "\n");
    }
}
