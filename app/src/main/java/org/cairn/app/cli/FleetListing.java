package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.Cell;
import org.cairn.checklist.posture.Fleet.CheckRow;
import org.cairn.checklist.posture.Fleet.HostState;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// Checks against hosts, as a table, as JSON and as CSV.
record FleetListing(Fleet fleet) {
    void printTable(PrintStream out) {
        Table hosts = new Table("host", "expected", "last seen", "state");
        for (HostState host : fleet.hosts()) {
            hosts.row(
                    host.host().text(),
                    host.expected() ? "yes" : "no",
                    host.newest().map(this::ago).orElse("never"),
                    state(host));
        }
        hosts.printTo(out);
        out.println();
        List<String> heads = new ArrayList<>(List.of("check"));
        fleet.hosts().forEach(host -> heads.add(Table.printable(host.host().text())));
        Table matrix = new Table(heads.toArray(String[]::new));
        for (CheckRow row : fleet.rows()) {
            if (row.cells().isEmpty()) {
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(row.check().id().value()));
            fleet.hosts()
                    .forEach(host ->
                            cells.add(row.of(host.host()).map(this::cell).orElse("-")));
            matrix.row(cells.toArray(String[]::new));
        }
        matrix.printTo(out);
    }

    private String cell(Cell cell) {
        return OutcomeTexts.mark(cell.outcome())
                + cell.observedAt().map(at -> ", " + ago(at)).orElse("");
    }

    private String ago(Instant at) {
        return Durations.words(Duration.between(at, fleet.validAt()));
    }

    private static String state(HostState host) {
        if (host.dismissed().isPresent()) {
            return "dismissed at " + host.dismissed().get();
        }
        return host.silent() ? "▲ silent" : "";
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("check", "host", "expected", "outcome", "observedAt", "reasons");
        for (CheckRow row : fleet.rows()) {
            for (Cell cell : row.cells()) {
                csv.row(
                        row.check().id().value(),
                        cell.host().text(),
                        isExpected(cell) ? "yes" : "no",
                        OutcomeTexts.code(cell.outcome()),
                        cell.observedAt().map(Instant::toString).orElse(""),
                        String.join("; ", OutcomeTexts.reasons(cell.outcome())));
            }
        }
    }

    private boolean isExpected(Cell cell) {
        return fleet.hosts().stream()
                .anyMatch(host -> host.expected() && host.host().equals(cell.host()));
    }

    Json json() {
        return Json.object()
                .with("validAt", fleet.validAt().toString())
                .with(
                        "hosts",
                        new JsonArray(
                                fleet.hosts().stream().map(FleetListing::json).toList()))
                .with(
                        "checks",
                        new JsonArray(fleet.rows().stream().map(this::json).toList()))
                .build();
    }

    private static Json json(HostState host) {
        return Json.object()
                .with("host", JsonOutput.text(host.host().text()))
                .with("name", JsonOutput.text(host.host().name()))
                .with("machine", JsonOutput.text(host.host().machine()))
                .with("expected", new JsonFlag(host.expected()))
                .with("silent", new JsonFlag(host.silent()))
                .with("newest", JsonOutput.text(host.newest().map(Instant::toString)))
                .with("dismissed", JsonOutput.text(host.dismissed().map(Instant::toString)))
                .build();
    }

    private Json json(CheckRow row) {
        return Json.object()
                .with("check", row.check().id().value())
                .with("timeToLive", row.check().timeToLive().toString())
                .with("unopened", JsonOutput.text(row.unopened().map(OutcomeTexts::words)))
                .with(
                        "hosts",
                        new JsonArray(row.cells().stream().map(this::json).toList()))
                .build();
    }

    private Json json(Cell cell) {
        Json.Builder json = Json.object()
                .with("host", JsonOutput.text(cell.host().text()))
                .with("outcome", OutcomeTexts.code(cell.outcome()))
                .with("reasons", JsonOutput.texts(OutcomeTexts.reasons(cell.outcome())))
                .with("gap", JsonOutput.text(OutcomeTexts.gap(cell.outcome())))
                .with("observedAt", JsonOutput.text(cell.observedAt().map(Instant::toString)))
                .with(
                        "ageSeconds",
                        cell.observedAt()
                                .<Json>map(at -> Json.number(
                                        Duration.between(at, fleet.validAt()).toSeconds()))
                                .orElse(new Json.JsonNull()));
        return json.with(
                        "evidence",
                        JsonOutput.ids(
                                cell.judged().stream().map(RecordedEvidence::id).toList()))
                .build();
    }
}
