package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Digest;

/// What stands below a picture: what it leaves out, and what the record can speak about.
final class RuntimeNotes {
    private RuntimeNotes() {}

    static List<String> of(RuntimeRecord record, Window window, List<Pruned> pruned) {
        List<String> notes = new ArrayList<>();
        Map<Pruned.Reason, Integer> reasons = new TreeMap<>();
        pruned.forEach(left -> reasons.merge(left.reason(), left.edges(), Integer::sum));
        reasons.forEach(
                (reason, count) -> notes.add("Left out: " + count + " edges, " + RuntimeAnswer.code(reason) + "."));
        notes.add("Recorded: "
                + record.first().map(at -> at.time().toString()).orElse("nothing")
                + record.last().map(at -> " to " + at.time()).orElse("") + "; "
                + record.gaps(window).size() + " gaps in the time asked about. Times are in UTC.");
        notes.add(RuntimeCoverage.STATEMENT);
        return notes;
    }

    /// The names of the logs, without their folders: a picture is shown to people who need not know them.
    static Map<Digest, String> files(RuntimeRecord record) {
        Map<Digest, String> files = new HashMap<>();
        record.logs()
                .forEach(log -> files.putIfAbsent(
                        log.source().digest(),
                        String.valueOf(Path.of(log.source().location()).getFileName())));
        return files;
    }
}
