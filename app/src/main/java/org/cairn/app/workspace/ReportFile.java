package org.cairn.app.workspace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.collectors.imports.format.ToolReports;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.Source;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A report on disk. It is read twice: to parse it, and to keep it; both times its digest is taken, and has to be the
/// same. It is kept in parts, so that no more than one is in memory.
final class ReportFile {
    private static final int PART_BYTES = 16 << 20;

    private final Path file;

    ReportFile(Path file) {
        this.file = file;
    }

    record Read(ToolReport report, Digest sha256, long sizeBytes) {}

    record Kept(List<Source> sources, List<RawPayload> raw) {
        Kept {
            sources = List.copyOf(sources);
            raw = List.copyOf(raw);
        }
    }

    /// The format that the file begins like; empty where it begins like none that is known.
    Optional<ImportFormat> recognised() {
        try {
            return Optional.of(ToolReports.format(this::open));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    Read read(ReportRequest request) throws WorkspaceException {
        try {
            ImportFormat format =
                    request.format().isPresent() ? request.format().get() : ToolReports.format(this::open);
            MessageDigest digest = Digest.newSha256();
            try (InputStream in = new DigestInputStream(open(), digest)) {
                Counting counted = new Counting(in);
                ToolReport report = ToolReports.read(counted, format, request.columns());
                counted.transferTo(OutputStream.nullOutputStream());
                return new Read(report, Digest.of(digest.digest()), counted.bytes);
            }
        } catch (UnreadableReport e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE,
                    file + ", " + e.place() + ": " + e.reason() + "; nothing of it was recorded. " + e.advice(),
                    e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// @param expected what [#read] found; other bytes are refused
    Kept keep(EvidenceVault vault, Instant readAt, Digest expected) throws WorkspaceException {
        List<Source> sources = new ArrayList<>();
        List<RawPayload> raw = new ArrayList<>();
        MessageDigest digest = Digest.newSha256();
        long at = 0;
        try (InputStream in = new DigestInputStream(open(), digest)) {
            long size = Files.size(file);
            boolean whole = size <= PART_BYTES;
            if (!whole) {
                sources.add(new Source(location(), Source.How.FILE, readAt, expected, size));
            }
            for (byte[] part = in.readNBytes(PART_BYTES); part.length > 0; part = in.readNBytes(PART_BYTES)) {
                Bytes bytes = Bytes.copyOf(part);
                String name = whole ? location() : location() + " bytes " + at + "-" + (at + part.length - 1);
                sources.add(new Source(name, Source.How.FILE, readAt, Digest.sha256(bytes), part.length));
                raw.add(new RawPayload(sources.size() - 1, vault.put(bytes)));
                at += part.length;
            }
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!Digest.of(digest.digest()).equals(expected)) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE,
                    file + ": changed while it was read; nothing of it was recorded. Import it again");
        }
        return new Kept(sources, raw);
    }

    /// The file's own time is only a claim. Empty where there is none.
    Optional<Instant> modifiedAt() {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private String location() {
        return file.toAbsolutePath().toString();
    }

    private InputStream open() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder; import its files one by one");
        }
        return Files.newInputStream(file);
    }

    private WorkspaceException unreadable(IOException cause) {
        String why = cause instanceof NoSuchFileException
                ? ": is not there; nothing was recorded"
                : ": cannot be read (" + cause.getMessage() + "); nothing was recorded. Check its permissions";
        return new WorkspaceException(Kind.UNREADABLE_FILE, file + why, cause);
    }

    private static final class Counting extends FilterInputStream {
        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        /// Parsers close what they have read, and the rest still has to be hashed.
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }
}
