package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.causality.ActivitySink;
import org.cairn.causality.Coverage;
import org.cairn.causality.RawRecordRef;

/// Reads a log of any known format from front to back. Memory does not grow with the log.
public final class LogReader {
    /// Rejected lines that are kept with their reason; more are counted only.
    static final int MOST_REJECTIONS = 1_000;

    private static final int BEGINNING_BYTES = 1 << 16;

    /// How to read a log, as far as it does not say so itself.
    /// @param host   what to call the host of records that do not name theirs
    /// @param format empty: told by how the log begins
    /// @param zone   in which `ausearch -i` wrote its times
    public record Hints(String host, Optional<LogFormat> format, ZoneId zone) {}

    private final LogSource source;
    private final LogFormat format;
    private final ActivityOrder order;
    private final Tally tally;
    private final RecordFormat records;
    private final List<RejectedLine> rejections = new ArrayList<>();
    private long lines;
    private long recordCount;
    private long furtherLines;
    private boolean openEnd;

    private LogReader(LogSource source, LogFormat format, ZoneId zone, ActivitySink sink) {
        this.source = source;
        this.format = format;
        this.order = new ActivityOrder(sink);
        String host = source.host();
        this.tally = switch (format) {
            case AUDITD, AUSEARCH -> new Tally(sink); // in order already
            case LAUREL, TETRAGON, FALCO, STRACE, PROC_SAMPLES -> new Tally(order);
        };
        this.records = switch (format) {
            case AUDITD -> new AuditFormat(host, tally);
            case AUSEARCH -> new AusearchFormat(host, zone, tally);
            case LAUREL -> new JsonFormat(new LaurelRecords(host, tally));
            case TETRAGON -> new JsonFormat(new TetragonRecords(host, tally));
            case FALCO -> new JsonFormat(new FalcoRecords(host, tally));
            case STRACE -> new StraceFormat(host, tally);
            case PROC_SAMPLES -> new ProcSamplesFormat(host, tally);
        };
    }

    /// Reads `file` three times: to identify it, to know its format, to understand it.
    public static IngestSummary read(Path file, Hints hints, ActivitySink sink) throws IngestException {
        LogSource source = LogSource.of(file, hints.host());
        LogFormat format = hints.format().isPresent() ? hints.format().get() : format(file);
        try (InputStream in = LogSource.open(file)) {
            return read(source, in, format, hints.zone(), sink);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be opened again (" + e + "); read it anew", e);
        }
    }

    private static LogFormat format(Path file) throws IngestException {
        String beginning;
        try (InputStream in = LogSource.open(file)) {
            beginning = new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be opened again (" + e + "); read it anew", e);
        }
        return LogFormat.of(beginning)
                .orElseThrow(() -> new IngestException(file + ": byte 0: begins like none of "
                        + Arrays.stream(LogFormat.values()).map(LogFormat::id).collect(Collectors.joining(", "))
                        + "; name its format, or record strace with -f -ttt -yy -o FILE"));
    }

    /// @param in the bytes of `source`
    /// @throws IngestException if reading fails or the bytes are not those of `source`; what came out is void
    public static IngestSummary read(LogSource source, InputStream in, LogFormat format, ZoneId zone, ActivitySink sink)
            throws IngestException {
        return new LogReader(source, format, zone, sink).run(new LineReader(in, source.sizeBytes()));
    }

    private IngestSummary run(LineReader reader) throws IngestException {
        try {
            while (reader.advance()) {
                line(reader);
            }
        } catch (IOException e) {
            throw new IngestException(
                    source.location() + ": reading stopped in line " + (lines + 1) + " (" + e + "); read it anew", e);
        }
        if (!reader.digest().equals(source.digest())) {
            throw new IngestException(source.location() + ": changed while it was read, up to line " + lines
                    + "; copy the log to a file that nothing writes to, and read the copy");
        }
        records.finish();
        records.cut().ifPresent(this::cut);
        order.finish();
        return summary();
    }

    private void line(LineReader reader) {
        lines++;
        openEnd = !reader.terminated();
        Optional<String> fault = reader.fault();
        if (fault.isPresent()) {
            reject(reader, fault.get());
            return;
        }
        try {
            RawRecordRef ref = new RawRecordRef(source.digest(), reader.offset());
            switch (records.take(reader.text(), reader.number(), ref)) {
                case RECORD -> recordCount++;
                case PART -> furtherLines++;
            }
        } catch (MalformedRecord e) {
            reject(reader, Optional.ofNullable(e.getMessage()).orElse("not a record"));
        }
        records.cut().ifPresent(this::cut);
    }

    /// Its first line had been counted as a part.
    private void cut(RejectedLine first) {
        furtherLines--;
        keep(first);
    }

    private void reject(LineReader reader, String reason) {
        keep(new RejectedLine(reader.number(), reader.offset(), reason));
    }

    private void keep(RejectedLine line) {
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(line);
        }
    }

    private IngestSummary summary() {
        long rejected = lines - recordCount - furtherLines;
        CoverageReader coverage = tally.coverage();
        if (rejected > 0) {
            coverage.refused(source.host(), rejected, rejections.getFirst());
        }
        if (openEnd && !format.isJson()) {
            coverage.openEnd(source.host());
        }
        Coverage found = coverage.finish();
        return new IngestSummary(
                source,
                format,
                lines,
                recordCount,
                rejected,
                furtherLines,
                rejections,
                tally.events(),
                tally.understood(),
                tally.unread(),
                tally.foreign(),
                tally.rejected(),
                records.late() + order.late(),
                found);
    }
}
