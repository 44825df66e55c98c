package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// What a record can speak about, beside every answer: no record is no proof that nothing happened.
record RuntimeCoverage(RuntimeRecord record, Window window) {
    static final String STATEMENT = "What is not in this record may have happened all the same: in its gaps, before and"
            + " after it, and wherever no rule watched.";

    Json json() {
        List<Coverage.Gap> gaps = record.gaps(window);
        return Json.object()
                .with("first", time(record.first()))
                .with("last", time(record.last()))
                .with(
                        "logs",
                        new JsonArray(
                                record.logs().stream().map(RuntimeCoverage::log).toList()))
                .with(
                        "gaps",
                        new JsonArray(gaps.stream().map(RuntimeCoverage::gap).toList()))
                .with("gapsNotListed", unlisted())
                .with("changes", new JsonArray(changes()))
                .with("statement", STATEMENT)
                .build();
    }

    /// Gaps that are counted only; whether they lie in the window is not known.
    private long unlisted() {
        return record.logs().stream()
                .mapToLong(
                        log -> log.coverage().gapCount() - log.coverage().gaps().size())
                .sum();
    }

    private List<Json> changes() {
        List<Json> changes = new ArrayList<>();
        for (IngestSummary log : record.logs()) {
            for (Coverage.Change change : log.coverage().changes()) {
                changes.add(Json.object()
                        .with("at", change.at().time().toString())
                        .with("host", JsonOutput.text(change.host()))
                        .with("what", JsonOutput.text(change.what()))
                        .with("file", log.source().location())
                        .with("offset", change.record().offset())
                        .build());
            }
        }
        return changes;
    }

    static Json log(IngestSummary log) {
        List<Json> unread = new ArrayList<>();
        for (Map.Entry<String, Long> kind : log.unread().entrySet()) {
            unread.add(Json.object()
                    .with("kind", JsonOutput.text(kind.getKey()))
                    .with("events", kind.getValue())
                    .build());
        }
        return Json.object()
                .with("file", log.source().location())
                .with("format", log.format().id())
                .with("host", log.source().host())
                .with("sha256", log.source().digest().hex())
                .with("sizeBytes", log.source().sizeBytes())
                .with("lines", log.lines())
                .with("records", log.records())
                .with("rejectedRecords", log.rejectedRecords())
                .with("furtherLines", log.furtherLines())
                .with("events", log.events())
                .with("understood", log.activities())
                .with("unread", new JsonArray(unread))
                .with("foreignEvents", log.foreignEvents())
                .with("rejectedEvents", log.rejectedEvents())
                .with("lateEvents", log.lateEvents())
                .with("gaps", log.coverage().gapCount())
                .with("first", time(log.coverage().first()))
                .with("last", time(log.coverage().last()))
                .build();
    }

    private static Json gap(Coverage.Gap gap) {
        return Json.object()
                .with("kind", kind(gap))
                .with("host", JsonOutput.text(gap.host()))
                .with("from", time(gap.from()))
                .with("until", time(gap.until()))
                .with("detail", JsonOutput.text(gap.detail()))
                .build();
    }

    private static String kind(Coverage.Gap gap) {
        return gap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Json time(Optional<Moment> moment) {
        return JsonOutput.text(moment.map(at -> at.time().toString()));
    }

    void printTo(PrintStream out) {
        out.println();
        out.println("Coverage: "
                + record.first().map(at -> at.time().toString()).orElse("nothing recorded")
                + record.last().map(at -> " to " + at.time()).orElse(""));
        for (IngestSummary log : record.logs()) {
            out.println("  " + Table.printable(log.source().location()) + ": "
                    + log.format().id() + ", "
                    + log.records() + " records, " + log.rejectedRecords() + " refused, "
                    + log.coverage().gapCount() + " gaps");
        }
        List<Coverage.Gap> gaps = record.gaps(window);
        gaps.stream()
                .limit(20)
                .forEach(gap -> out.println("  gap " + kind(gap) + ": "
                        + gap.from().map(at -> at.time().toString()).orElse("…") + " to "
                        + gap.until().map(at -> at.time().toString()).orElse("…") + ", "
                        + Table.printable(gap.detail())));
        if (gaps.size() > 20 || unlisted() > 0) {
            out.println(
                    "  and " + (Math.max(0, gaps.size() - 20) + unlisted()) + " gaps more; --format json lists them");
        }
        out.println(STATEMENT);
    }
}
