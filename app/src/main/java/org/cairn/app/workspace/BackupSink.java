package org.cairn.app.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Where the files of a backup go. In place, and durable, only once it is whole.
sealed interface BackupSink {
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void put(String name, Content content) throws IOException;

    /// @return its size in bytes
    long finish() throws IOException;

    /// Leaves nothing.
    void discard() throws IOException;

    static BackupSink to(Path out, BackupForm form) throws IOException {
        Path partial = out.resolveSibling("." + out.getFileName() + ".partial");
        return switch (form) {
            case ZIP -> {
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16));
                zip.setLevel(Deflater.NO_COMPRESSION);
                yield new Zip(out, partial, zip);
            }
            case FOLDER -> {
                remove(partial);
                yield new Folder(out, Files.createDirectory(partial));
            }
        };
    }

    /// Nothing is compressed: what is in it is encrypted already, and a reader can then refuse whatever grows when it
    /// is unpacked.
    record Zip(Path out, Path partial, ZipOutputStream zip) implements BackupSink {
        @Override
        public void put(String name, Content content) throws IOException {
            ZipEntry member = new ZipEntry(name);
            member.setTime(0);
            zip.putNextEntry(member);
            content.writeTo(zip);
            zip.closeEntry();
        }

        @Override
        public long finish() throws IOException {
            zip.close();
            force(partial, StandardOpenOption.WRITE);
            Files.move(partial, out, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(out);
        }

        @Override
        public void discard() throws IOException {
            try {
                zip.close();
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    record Folder(Path out, Path partial) implements BackupSink {
        @Override
        public void put(String name, Content content) throws IOException {
            Path file = partial.resolve(name);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream stream = Channels.newOutputStream(channel)) {
                content.writeTo(stream);
                channel.force(true);
            }
        }

        @Override
        public long finish() throws IOException {
            long sizeBytes = 0;
            for (Path each : below(partial)) {
                if (Files.isDirectory(each)) {
                    force(each, StandardOpenOption.READ);
                } else {
                    sizeBytes += Files.size(each);
                }
            }
            Files.move(partial, out, StandardCopyOption.ATOMIC_MOVE);
            return sizeBytes;
        }

        @Override
        public void discard() throws IOException {
            remove(partial);
        }
    }

    private static void force(Path file, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(file, access)) {
            channel.force(true);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path each : below(folder).reversed()) {
                Files.delete(each);
            }
        }
    }

    /// Each folder before what it holds.
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
