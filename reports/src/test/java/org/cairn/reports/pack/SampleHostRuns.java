package org.cairn.reports.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.evidence.PayloadRef;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.Text;

/// A pack with runs of another host: one that is sound, and others that their owner recorded although the host never
/// signed that.
final class SampleHostRuns {
    private static final String TYPE = "application/vnd.cairn.host-run.v1+json";
    private static final String RAW = "max_log_file = 9\n";

    private final SampleWorkspace sample;
    private final SortedMap<Long, String> lies = new TreeMap<>();
    private final SortedMap<Long, EvidenceFolder> folders = new TreeMap<>();
    private long sequence;

    private SampleHostRuns(SampleWorkspace sample) {
        this.sample = sample;
    }

    /// @param lies    what is wrong, by entry
    /// @param folders the evidence of each run, by its entry
    record Written(Path zip, long sound, SortedMap<Long, String> lies, SortedMap<Long, EvidenceFolder> folders) {
        /// The entry that recorded the evidence of the run of `entry`.
        long evidenceOf(long entry) {
            return Objects.requireNonNull(folders.get(entry)).entry();
        }
    }

    /// @param folder an empty one
    static Written write(Path folder) throws Exception {
        try (SampleWorkspace sample = new SampleWorkspace(folder.resolve("workspace"))) {
            SampleHostRuns runs = new SampleHostRuns(sample);
            long sound = runs.record("");
            for (String lie : List.of("signer", "evidence", "raw", "further", "number", "count", "type", "form")) {
                runs.lies.put(runs.record(lie), lie);
            }
            sample.revokeTheCollector();
            runs.lies.put(runs.record("revoked"), "revoked");
            Path zip = folder.resolve("runs.zip");
            sample.writer().write(sample.content(), zip);
            return new Written(zip, sound, runs.lies, runs.folders);
        }
    }

    private long record(String lie) throws Exception {
        sequence++;
        EvidenceFolder piece = sample.evidence("/etc/audit/auditd-" + sequence + ".conf", RAW);
        Bytes manifest = sample.payloads().open(piece.manifest()).content();
        Digest evidence = Digest.sha256(Json.write(Json.parseObject(manifest).object("evidence")));
        JsonObject result = Json.object()
                .with("collector", "process.audit")
                .with("evidence", content(lie.equals("evidence") ? Digest.sha256(Bytes.empty()) : evidence))
                .with("raw", lie.equals("further") ? List.of() : List.of(raw(lie)))
                .build();
        Bytes statement = Json.write(Json.object()
                .with("version", 1)
                .with("host", "db1")
                .with("sequence", lie.equals("number") ? sequence + 100 : sequence)
                .with("startedAt", SampleWorkspace.NOW.toString())
                .with("endedAt", SampleWorkspace.NOW.toString())
                .with("product", "0.1.0")
                .with("results", lie.equals("count") ? List.of(result, result) : List.of(result))
                .with("failed", List.of())
                .build());
        EntrySigner signer = lie.equals("signer") ? sample.person() : sample.collector();
        Bytes signed =
                signer.sign(lie.equals("type") ? "text/plain" : TYPE, statement).encode();
        PayloadRef stored = sample.put(lie.equals("form") ? Bytes.utf8("run " + sequence) : signed);
        long entry = sample.hostRun(sequence, List.of(piece), stored);
        sample.show(new Text(entry, "host-run", stored));
        folders.put(entry, piece);
        return entry;
    }

    private static JsonObject raw(String lie) {
        Bytes bytes = Bytes.utf8(lie.equals("raw") ? "max_log_file = 80\n" : RAW);
        return Json.object()
                .with("source", 0)
                .with("content", content(Digest.sha256(bytes)))
                .build();
    }

    private static JsonObject content(Digest digest) {
        return Json.object().with("sha256", digest.hex()).with("sizeBytes", 1).build();
    }
}
