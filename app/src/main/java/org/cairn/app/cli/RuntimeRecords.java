package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.causality.Edge;
import org.cairn.causality.RawRecordRef;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.RawRecords;
import org.cairn.causality.ingest.RawRecords.RawRecord;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// The raw records behind an answer: file, offset, digest of the log and of the record itself.
/// @param logs    by the log's digest
/// @param records by the log's digest and the offset
record RuntimeRecords(
        Map<Digest, IngestSummary> logs, Map<Digest, SortedMap<Long, RawRecord>> records, boolean withText) {
    /// Reads the records behind `edges` once more from their logs.
    static RuntimeRecords behind(RuntimeRecord record, Collection<Edge> edges, boolean withText) throws Refused {
        Map<Digest, IngestSummary> logs = new HashMap<>();
        record.logs().forEach(log -> logs.putIfAbsent(log.source().digest(), log));
        Map<Digest, TreeSet<Long>> offsets = new HashMap<>();
        for (Edge edge : edges) {
            for (RawRecordRef ref : edge.records()) {
                offsets.computeIfAbsent(ref.source(), _ -> new TreeSet<>()).add(ref.offset());
            }
        }
        Map<Digest, SortedMap<Long, RawRecord>> records = new HashMap<>();
        try {
            for (Map.Entry<Digest, TreeSet<Long>> wanted : offsets.entrySet()) {
                IngestSummary log = log(logs, wanted.getKey());
                Path file = Path.of(log.source().location());
                records.put(wanted.getKey(), RawRecords.read(file, log.format(), wanted.getValue()));
            }
        } catch (IngestException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        return new RuntimeRecords(logs, records, withText);
    }

    private static IngestSummary log(Map<Digest, IngestSummary> logs, Digest digest) {
        return Optional.ofNullable(logs.get(digest))
                .orElseThrow(() -> new IllegalStateException("an edge of a log that was not read"));
    }

    JsonArray json(List<RawRecordRef> refs) {
        return new JsonArray(refs.stream().map(this::json).toList());
    }

    private Json json(RawRecordRef ref) {
        Optional<RawRecord> raw = Optional.ofNullable(
                records.getOrDefault(ref.source(), new TreeMap<>()).get(ref.offset()));
        return Json.object()
                .with("file", log(logs, ref.source()).source().location())
                .with("offset", ref.offset())
                .with("fileSha256", ref.source().hex())
                .with(
                        "recordSha256",
                        JsonOutput.text(raw.map(found -> found.sha256().hex())))
                .with("text", JsonOutput.text(raw.filter(_ -> withText).map(RawRecord::text)))
                .build();
    }
}
