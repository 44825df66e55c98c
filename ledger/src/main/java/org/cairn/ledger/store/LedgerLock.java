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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a second writer out. The operating system drops the lock when its holder ends, however it ends; the
/// file's text only names the holder.
final class LedgerLock implements AutoCloseable {
    static final String FILE = "lock";
    private static final int TEXT_LIMIT_BYTES = 1024;
    private static final System.Logger LOG = System.getLogger(LedgerLock.class.getName());

    /// File systems of other machines, where locks and force cannot be relied on (nfs(5), mount.cifs(8)).
    private static final Set<String> REMOTE = Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs");

    /// The lock files that this process holds. The operating system drops a process's lock when the process closes
    /// any channel of that file (fcntl(2), "Record locks"), so a held one must not even be opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path file;
    private final Optional<Object> identity;

    private LedgerLock(FileChannel channel, Path file) throws IOException {
        this.channel = channel;
        this.file = file;
        this.identity = identity(file);
    }

    static LedgerLock take(DurableFolder folder) throws LedgerException {
        Path file = folder.path(FILE);
        try {
            refuseRemote(folder);
            Path held = folder.root().toRealPath().resolve(FILE);
            if (!HELD.add(held)) {
                throw new LedgerInUse(file.toString(), holder());
            }
            boolean taken = false;
            try {
                LedgerLock lock = open(held);
                taken = true;
                return lock;
            } finally {
                if (!taken) {
                    HELD.remove(held);
                }
            }
        } catch (IOException e) {
            throw LedgerException.ofDisk(file.toString(), e);
        }
    }

    private static LedgerLock open(Path file) throws IOException, LedgerException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (tryLock(channel).isEmpty()) {
                throw new LedgerInUse(file.toString(), readHolder(channel));
            }
            writeHolder(channel);
            LedgerLock lock = new LedgerLock(channel, file);
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        HELD.remove(file);
        channel.close();
    }

    /// False where the lock file was removed or replaced since: then another program may have locked a new one.
    boolean isInPlace() {
        try {
            return identity(file).equals(identity);
        } catch (IOException _) {
            return false;
        }
    }

    /// Device and inode; empty on systems without them.
    private static Optional<Object> identity(Path file) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
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

    /// The text only helps people: on a full disk the lock holds without it.
    private static void writeHolder(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((holder() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the lock file cannot name its holder: {0}", e.getMessage());
        }
    }

    private static String holder() {
        ProcessHandle process = ProcessHandle.current();
        String since = process.info()
                .startInstant()
                .map(start -> ", running since " + start)
                .orElse("");
        return "process " + process.pid() + " of user " + System.getProperty("user.name") + since;
    }

    private static String readHolder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(TEXT_LIMIT_BYTES);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
    }
}
