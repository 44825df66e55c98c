package org.cairn.app.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Writes a zip whose last member, SHA256SUMS, names every other (`sha256sum -c` checks it). Nothing is
/// compressed: what is
/// in it is encrypted already, and a reader can then refuse whatever grows when it is unpacked. In place,
/// and durable,
/// only once it is whole.
final class BackupArchive implements AutoCloseable {
    static final String SUMS = "SHA256SUMS";

    private final Path file;
    private final Path partial;
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();
    private final byte[] buffer = new byte[1 << 16];
    private long members;
    private boolean finished;

    private BackupArchive(Path file, Path partial, ZipOutputStream zip) {
        this.file = file;
        this.partial = partial;
        this.zip = zip;
    }

    static BackupArchive create(Path file) throws IOException {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16));
        zip.setLevel(Deflater.NO_COMPRESSION);
        return new BackupArchive(file, partial, zip);
    }

    void add(String name, Path source) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            add(name, in);
        }
    }

    void add(String name, Bytes content) throws IOException {
        add(name, new java.io.ByteArrayInputStream(content.toByteArray()));
    }

    long members() {
        return members;
    }

    /// @return SHA-256 of SHA256SUMS
    Digest finish() throws IOException {
        Bytes list = Bytes.utf8(sums.toString());
        add(SUMS, list);
        zip.close();
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        return Digest.sha256(list);
    }

    /// An unfinished archive is removed.
    @Override
    public void close() throws IOException {
        if (!finished) {
            try {
                zip.close();
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    private void add(String name, InputStream in) throws IOException {
        ZipEntry member = new ZipEntry(name);
        member.setTime(0);
        zip.putNextEntry(member);
        MessageDigest sha256 = Digest.newSha256();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            zip.write(buffer, 0, read);
            sha256.update(buffer, 0, read);
        }
        zip.closeEntry();
        sums.append(Digest.of(sha256.digest()).hex()).append("  ").append(name).append('\n');
        members++;
    }
}
