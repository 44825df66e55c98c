package org.cairn.causality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.cairn.causality.graph.GraphBuilder;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.LogFormat;
import org.cairn.causality.ingest.LogReader;
import org.cairn.causality.ingest.LogSource;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A log that was read, with what came of it.
public record Recording(IngestSummary summary, ProvenanceGraph graph, GraphBuilder builder) {
    private static final Path SHARED = Path.of("../../shared/data");

    /// A log without lines.
    public static final Recording NONE = empty();

    private static Recording empty() {
        try {
            return of("");
        } catch (IngestException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path shared(String path) {
        Path file = SHARED.resolve(path);
        assumeTrue(Files.exists(file), "the recorded data is not here: " + file);
        return file;
    }

    /// A recorded log, decompressed.
    public static byte[] sharedLog(String path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(shared(path)))) {
            return in.readAllBytes();
        }
    }

    public static Recording of(String log) throws IngestException {
        return of(log.getBytes(StandardCharsets.UTF_8));
    }

    public static Recording of(byte[] log) throws IngestException {
        GraphBuilder builder = new GraphBuilder();
        return new Recording(read(log, builder), builder.graph(), builder);
    }

    public static IngestSummary read(byte[] log, ActivitySink sink) throws IngestException {
        LogSource source = new LogSource("test.log", "h", Digest.sha256(Bytes.copyOf(log)), log.length);
        return LogReader.read(source, new ByteArrayInputStream(log), LogFormat.AUDITD, ZoneOffset.UTC, sink);
    }
}
