package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files of a backup that may be hostile, as a zip or a folder has them.
sealed interface BackupSource extends AutoCloseable {
    /// @param storedBytes what it takes in the archive
    /// @param problem     why it is refused whatever it is called
    record Member(String name, long sizeBytes, long storedBytes, Optional<String> problem) {}

    List<Member> members() throws IOException;

    /// What all members can take together.
    long capacityBytes() throws IOException;

    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    static BackupSource of(Path backup) throws IOException {
        return Files.isDirectory(backup)
                ? new Folder(backup)
                : new Zip(backup, new ZipFile(backup.toFile(), StandardCharsets.UTF_8));
    }

    record Zip(Path file, ZipFile zip) implements BackupSource {
        @Override
        public List<Member> members() {
            List<Member> members = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean grows = entry.getSize() < 0 || entry.getSize() > entry.getCompressedSize();
                members.add(new Member(
                        entry.getName(),
                        entry.getSize(),
                        entry.getCompressedSize(),
                        grows ? Optional.of("is compressed; nothing in a backup is") : Optional.empty()));
            }
            return members;
        }

        @Override
        public long capacityBytes() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open(String name) throws IOException {
            ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow(() -> new NoSuchFileException(name));
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /// Links are refused: they could lead anywhere.
    record Folder(Path root) implements BackupSource {
        @Override
        public List<Member> members() throws IOException {
            List<Member> members = new ArrayList<>();
            try (Stream<Path> all = Files.walk(root)) {
                for (Path each : all.sorted().toList()) {
                    if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                        boolean plain = Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS);
                        long sizeBytes = plain ? Files.size(each) : 0;
                        members.add(new Member(
                                root.relativize(each).toString().replace('\\', '/'),
                                sizeBytes,
                                sizeBytes,
                                plain ? Optional.empty() : Optional.of("is a link, or no plain file")));
                    }
                }
            }
            return members;
        }

        @Override
        public long capacityBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void close() {
            // nothing is open between files
        }
    }
}
