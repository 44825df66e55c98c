package org.cairn.app.ui.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.RawRecords;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RecordFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Digest;

/// A record as the page holds it. Everything here takes its time, so never on the window's thread.
/// @param destinations places outside that were addressed, in the order of time
/// @param activity     how much happened in equal parts of the time from the first record to the last
record ReadLogs(RuntimeRecord record, List<Destination> destinations, List<Integer> activity) {
    /// Parts of the time line.
    static final int PARTS = 120;

    private static final int MOST_RAW = 60;

    /// @param files one list of logs that `cairn runtime import` wrote, or logs
    static ReadLogs of(List<Path> files, String host) throws IngestException {
        RuntimeRecord record = RuntimeRecord.read(logs(files, host));
        return new ReadLogs(record, Destinations.of(record.graph()), activity(record));
    }

    private static List<LogFile> logs(List<Path> files, String host) throws IngestException {
        if (files.size() == 1 && isList(files.getFirst())) {
            return RecordFile.read(files.getFirst());
        }
        return files.stream()
                .map(file -> new LogFile(
                        file.toAbsolutePath().normalize(), host, Optional.empty(), ZoneOffset.UTC, Optional.empty()))
                .toList();
    }

    /// A list begins as the JSON that it is; should it be none, reading it says so.
    private static boolean isList(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".json") && Files.isRegularFile(file) && reads(file);
    }

    private static boolean reads(Path file) {
        try {
            RecordFile.read(file);
            return true;
        } catch (IngestException _) {
            return false;
        }
    }

    private static List<Integer> activity(RuntimeRecord record) {
        int[] parts = new int[PARTS];
        Optional<Moment> first = record.first();
        Optional<Moment> last = record.last();
        if (first.isPresent() && last.isPresent()) {
            long span = Math.max(
                    1, Duration.between(first.get().time(), last.get().time()).toMillis());
            for (int place = 0; place < record.graph().edges().size(); place++) {
                Instant at = record.graph().at(place).time();
                long since = Duration.between(first.get().time(), at).toMillis();
                parts[Math.clamp(since * PARTS / span, 0, PARTS - 1)]++;
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int part : parts) {
            all.add(part);
        }
        return all;
    }

    /// The names of the logs, as pictures tell them.
    Map<Digest, String> names() {
        Map<Digest, String> names = new HashMap<>();
        record.logs()
                .forEach(log -> names.putIfAbsent(
                        log.source().digest(),
                        String.valueOf(Path.of(log.source().location()).getFileName())));
        return names;
    }

    /// The raw lines behind `edges`, as their logs have them now; the first of them.
    List<String> rawLines(List<Edge> edges) throws IngestException {
        Map<Digest, TreeSet<Long>> wanted = new HashMap<>();
        edges.stream()
                .flatMap(edge -> edge.records().stream())
                .distinct()
                .limit(MOST_RAW)
                .forEach(ref -> wanted.computeIfAbsent(ref.source(), _ -> new TreeSet<>())
                        .add(ref.offset()));
        List<String> lines = new ArrayList<>();
        for (IngestSummary log : record.logs()) {
            TreeSet<Long> offsets = wanted.remove(log.source().digest());
            if (offsets != null) {
                SortedMap<Long, RawRecords.RawRecord> found =
                        new TreeMap<>(RawRecords.read(Path.of(log.source().location()), log.format(), offsets));
                found.values().forEach(raw -> lines.add(raw.text().strip()));
            }
        }
        return lines;
    }
}
