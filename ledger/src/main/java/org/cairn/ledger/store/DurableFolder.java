package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;

/// A folder, written so that a file is either whole and on the disk or not there: temporary file,
/// force, rename, force of the folder (fsync(2): a new name is durable only once its folder is forced too).
/// @param root absolute or relative path of the folder
public record DurableFolder(Path root, Readers readers) {
    /// Who may read what is written, as far as the file system knows permissions (POSIX; on Windows the
    /// folder's own access list decides).
    public enum Readers {
        /// Whom the process's umask allows.
        AS_USUAL,
        /// The owner alone: files 0600, folders 0700 (chmod(2)).
        OWNER
    }

    /// Holds files that are not yet in place. What is left in it after a crash was never acknowledged.
    static final String UNFINISHED = "unfinished";

    /// A few are enough to fill one write of the journal with all that waits for it.
    private static final int FORCES_AT_ONCE = 8;

    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    public static DurableFolder of(Path root) {
        return new DurableFolder(root, Readers.AS_USUAL);
    }

    public static DurableFolder ofOwner(Path root) {
        return new DurableFolder(root, Readers.OWNER);
    }

    public Path path(String file) {
        return root.resolve(file);
    }

    public boolean has(String file) {
        return Files.isRegularFile(path(file));
    }

    /// Makes the folder and those above it where they are missing; durable on return.
    public void create() throws IOException {
        makeFolder(root);
    }

    /// @param sizeLimit refuses larger files: what is read may be damaged
    public Bytes read(String file, int sizeLimit) throws IOException {
        try (var in = Files.newInputStream(path(file))) {
            byte[] content = in.readNBytes(sizeLimit + 1);
            if (content.length > sizeLimit) {
                throw new IOException("larger than " + sizeLimit + " bytes");
            }
            return Bytes.copyOf(content);
        }
    }

    /// Puts `content` in place, replacing what was there; durable on return.
    public void write(String file, Bytes content) throws IOException {
        write(List.of(Map.of(file, content)));
    }

    /// Puts many files in place, replacing what was there; durable on return. Every file is whole and on the disk
    /// before the first of them gets its name, and every name of a step before the first of the next step; of the
    /// names of one step a crash may leave any.
    /// @param steps file names with their content; no name twice
    void write(List<Map<String, Bytes>> steps) throws IOException {
        Map<String, Bytes> files = new LinkedHashMap<>();
        steps.forEach(files::putAll);
        makeFolder(path(UNFINISHED));
        for (String file : files.keySet()) {
            makeFolder(parentOf(file));
        }
        try {
            prepare(files);
            for (Map<String, Bytes> step : steps) {
                place(step.keySet());
            }
        } catch (IOException e) {
            for (String file : files.keySet()) {
                discard(temporary(file), e);
            }
            throw e;
        }
    }

    private Path temporary(String file) {
        return path(UNFINISHED).resolve(file.replace('/', '_'));
    }

    /// Several forces at the same time share the writes of the file system's journal.
    private void prepare(Map<String, Bytes> files) throws IOException {
        if (files.size() < 2) {
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                writeAndForce(temporary(file.getKey()), file.getValue());
            }
            return;
        }
        List<Future<String>> forces = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(files.size(), FORCES_AT_ONCE))) {
            files.forEach((file, content) -> forces.add(threads.submit(() -> {
                writeAndForce(temporary(file), content);
                return file;
            })));
        }
        List<Throwable> failures = forces.stream()
                .filter(force -> force.state() != Future.State.SUCCESS)
                .map(Future::exceptionNow)
                .sorted(Comparator.comparing(failure -> !(failure instanceof ForceFailed)))
                .toList();
        if (!failures.isEmpty()) {
            if (failures.getFirst() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a file could not be prepared", failures.getFirst());
        }
    }

    private void place(Set<String> files) throws IOException {
        Set<Path> parents = new LinkedHashSet<>();
        for (String file : files) {
            Files.move(
                    temporary(file), path(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            parents.add(parentOf(file));
        }
        for (Path parent : parents) {
            force(parent);
        }
    }

    /// Puts a file of the folder itself in place that is not there yet; durable on return.
    /// @param file a name without `/`; a crash may leave it with `.tmp` behind it
    public void writeNew(String file, Bytes content) throws IOException {
        Path temporary = path(file + ".tmp");
        try {
            writeAndForce(temporary, content);
            Files.move(temporary, path(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
        force(root);
    }

    /// What cannot be removed now is removed by the next writer.
    private static void discard(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private Path parentOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? root : path(file.substring(0, slash));
    }

    /// Removes what a crash left unfinished.
    public void discardUnfinished() throws IOException {
        Path unfinished = path(UNFINISHED);
        if (Files.isDirectory(unfinished)) {
            List<Path> leftovers;
            try (Stream<Path> files = Files.list(unfinished)) {
                leftovers = files.toList();
            }
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    private void writeAndForce(Path file, Bytes content) throws IOException {
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, options, permissions("rw-------"))) {
            ByteBuffer buffer = content.asByteBuffer();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            ForceFailed.force(channel, true);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        try {
            Files.createDirectory(folder, permissions("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (parent != null) {
            force(parent);
        }
    }

    private FileAttribute<?>[] permissions(String ownerOnly) {
        return POSIX && readers == Readers.OWNER
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ownerOnly))
                }
                : new FileAttribute<?>[0];
    }

    /// Windows has no force of a folder and does not need one for a rename on NTFS. A folder that cannot even be opened
    /// leaves its names in the same doubt.
    private static void force(Path folder) throws ForceFailed {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                ForceFailed.force(channel, true);
            } catch (ForceFailed e) {
                throw e;
            } catch (IOException e) {
                throw new ForceFailed(e);
            }
        }
    }
}
