package org.cairn.causality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.causality.ActivitySink;
import org.cairn.causality.RawRecordRef;

/// Reads a log of auditd, raw or enriched, from front to back. Memory does not grow with the log.
public final class AuditLogReader {
    /// Rejected lines that are kept with their reason; more are counted only.
    static final int MOST_REJECTIONS = 1_000;
    /// Kinds of unread events told apart; a log made up to hold more does not fill the memory.
    static final int MOST_KINDS = 1_000;

    private final LogSource source;
    private final ActivitySink sink;
    private final EventReassembly events = new EventReassembly(this::event);
    private final CoverageReader coverage = new CoverageReader();
    private final List<RejectedLine> rejections = new ArrayList<>();
    private final TreeMap<String, Long> unread = new TreeMap<>();
    private long lines;
    private long records;
    private long eventCount;
    private long activities;
    private long foreign;
    private long rejectedEvents;
    private boolean openEnd;

    private AuditLogReader(LogSource source, ActivitySink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Reads `file` twice: once to identify it, once to understand it.
    /// @param host what to call the host of lines that do not name theirs
    public static IngestSummary read(Path file, String host, ActivitySink sink) throws IngestException {
        LogSource source = LogSource.of(file, host);
        try (InputStream in = Files.newInputStream(file)) {
            return read(source, in, sink);
        } catch (IOException e) {
            throw new IngestException(file + ": cannot be opened again (" + e + "); read it anew", e);
        }
    }

    /// @param in the bytes of `source`
    /// @throws IngestException if reading fails or the bytes are not those of `source`; what came out is void
    public static IngestSummary read(LogSource source, InputStream in, ActivitySink sink) throws IngestException {
        return new AuditLogReader(source, sink).run(new LineReader(in, source.sizeBytes()));
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
        events.finish();
        if (openEnd) {
            coverage.openEnd(source.host());
        }
        return new IngestSummary(
                source,
                lines,
                records,
                lines - records,
                rejections,
                eventCount,
                activities,
                unread,
                foreign,
                rejectedEvents,
                events.late(),
                coverage.finish());
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
            String text = reader.text();
            events.add(AuditRecordParser.parse(text, source.host(), ref), text.length());
            records++;
        } catch (MalformedRecord e) {
            reject(reader, Optional.ofNullable(e.getMessage()).orElse("not a record"));
        }
    }

    private void reject(LineReader reader, String reason) {
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(new RejectedLine(reader.number(), reader.offset(), reason));
        }
    }

    private void event(AuditEvent event) {
        eventCount++;
        EventReading reading = EventReader.read(event);
        coverage.event(event, reading);
        switch (reading) {
            case EventReading.Understood(var activity) -> {
                activities++;
                sink.accept(activity);
            }
            case EventReading.Unread(String kind) ->
                unread.merge(unread.size() < MOST_KINDS ? kind : "further kinds", 1L, Long::sum);
            case EventReading.ForeignArchitecture _ -> foreign++;
            case EventReading.Rejected _ -> rejectedEvents++;
        }
    }
}
