package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Writes a backup, whose last file, SHA256SUMS, names every other (`sha256sum -c` checks it).
final class BackupArchive implements AutoCloseable {
    static final String SUMS = "SHA256SUMS";

    private final BackupSink sink;
    private final StringBuilder sums = new StringBuilder();
    private long members;
    private long sizeBytes;
    private boolean finished;

    private BackupArchive(BackupSink sink) {
        this.sink = sink;
    }

    static BackupArchive create(Path out, BackupForm form) throws IOException {
        return new BackupArchive(BackupSink.to(out, form));
    }

    void add(String name, Path source) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            put(name, in::transferTo);
        }
    }

    void add(String name, Bytes content) throws IOException {
        put(name, out -> out.write(content.toByteArray()));
    }

    long members() {
        return members;
    }

    /// Once it is finished.
    long sizeBytes() {
        return sizeBytes;
    }

    /// @return SHA-256 of SHA256SUMS
    Digest finish() throws IOException {
        Bytes list = Bytes.utf8(sums.toString());
        add(SUMS, list);
        sizeBytes = sink.finish();
        finished = true;
        return Digest.sha256(list);
    }

    /// An unfinished archive is removed.
    @Override
    public void close() throws IOException {
        if (!finished) {
            sink.discard();
        }
    }

    private void put(String name, BackupSink.Content content) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        sink.put(name, out -> content.writeTo(new DigestOutputStream(out, sha256)));
        sums.append(Digest.of(sha256.digest()).hex()).append("  ").append(name).append('\n');
        members++;
    }
}
