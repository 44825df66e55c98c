package org.cairn.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cairn.proof.Bytes;

/// Writes whole files that are either all there or not there, also after a power cut: temporary file, force, rename,
/// and at the end one force for each folder touched (POSIX: a rename is durable once its directory is).
final class DurableFiles {
    static final String TEMPORARY_SUFFIX = ".tmp";

    private final Set<Path> touched = new LinkedHashSet<>();

    void write(Path file, Bytes content) throws IOException {
        Path folder = folderOf(file);
        createFolder(folder);
        Path temporary = folder.resolve(file.getFileName() + TEMPORARY_SUFFIX);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
        move(temporary, file);
    }

    /// Gives a temporary file that is whole and forced its name.
    void move(Path temporary, Path file) throws IOException {
        Path folder = folderOf(file);
        createFolder(folder);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        touched.add(folder);
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder to write to");
        }
        return folder;
    }

    /// On a full disk the half that was written would take the room that is left.
    static void discard(Path temporary, Exception reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /// Makes every rename so far durable.
    void settle() throws IOException {
        for (Path folder : touched) {
            forceFolder(folder);
        }
        touched.clear();
    }

    void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
            touched.add(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /// Windows keeps directory changes with the file's own and cannot open a directory.
    static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
