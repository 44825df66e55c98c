package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Keeps a second writer out. The operating system drops the lock when its holder ends, however it ends; the
/// file's text only names the holder.
final class LedgerLock implements AutoCloseable {
    static final String FILE = "lock";
    private static final int TEXT_LIMIT_BYTES = 1024;
    private static final System.Logger LOG = System.getLogger(LedgerLock.class.getName());

    /// File systems of other machines, where locks and force cannot be relied on (nfs(5), mount.cifs(8)).
    private static final Set<String> REMOTE = Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs");

    private final FileChannel channel;

    private LedgerLock(FileChannel channel) {
        this.channel = channel;
    }

    static LedgerLock take(DurableFolder folder) throws LedgerException {
        Path file = folder.path(FILE);
        try {
            refuseRemote(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                String holder = readHolder(channel);
                channel.close();
                throw new LedgerInUse(file.toString(), holder);
            }
            writeHolder(channel);
            return new LedgerLock(channel);
        } catch (IOException e) {
            throw LedgerException.ofDisk(file.toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(TEXT_LIMIT_BYTES, 1, false));
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static void refuseRemote(DurableFolder folder) throws LedgerException {
        String type = fileSystem(folder.root());
        if (REMOTE.contains(type)) {
            throw new LedgerException(
                    folder.root().toString(),
                    "the folder is on another machine (" + type + "), where an acknowledged entry could be lost",
                    "Move the workspace to a local disk; reading from here works");
        }
    }

    /// Inside some containers the JDK cannot find the mount point; then the name stays open, and the folder is
    /// taken as local.
    private static String fileSystem(Path folder) {
        try {
            return Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the kind of file system of {0} is not known: {1}",
                    folder,
                    e.getMessage());
            return "";
        }
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        ProcessHandle process = ProcessHandle.current();
        String since = process.info()
                .startInstant()
                .map(start -> ", running since " + start)
                .orElse("");
        String holder = "process " + process.pid() + " of user " + System.getProperty("user.name") + since + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String readHolder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(TEXT_LIMIT_BYTES);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
    }
}
