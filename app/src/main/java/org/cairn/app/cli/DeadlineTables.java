package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.proof.Json.JsonArray;

/// Deadlines for a person and for spreadsheets.
final class DeadlineTables {
    private static final String[] RULE_HEADS = {"rule", "framework", "what is due", "limits", "source", "citation"};
    private static final String[] LINE_HEADS = {"deadline", "state", "due (UTC)", "rule", "matter", "met (UTC)"};

    private DeadlineTables() {}

    static void rules(PrintStream out, Format format, List<DeadlineRule> rules) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        out,
                        new JsonArray(rules.stream().map(DeadlineJson::rule).toList()));
            case CSV -> {
                Csv csv = new Csv(out);
                csv.row(RULE_HEADS);
                rules.forEach(rule -> csv.row(cells(rule)));
            }
            case TABLE -> {
                Table table = new Table(RULE_HEADS);
                rules.forEach(rule -> table.row(cells(rule)));
                table.printTo(out);
            }
        }
    }

    private static String[] cells(DeadlineRule rule) {
        return new String[] {
            rule.id().value(),
            rule.framework().value(),
            rule.title(),
            String.join("; ", rule.limits().stream().map(Limit::text).toList()),
            DeadlineJson.word(rule.source()),
            rule.citation()
        };
    }

    static void table(PrintStream out, List<DeadlineLine> lines) {
        Table table = new Table(LINE_HEADS);
        lines.forEach(line -> table.row(cells(line)));
        table.printTo(out);
    }

    static void csv(PrintStream out, List<DeadlineLine> lines) {
        Csv csv = new Csv(out);
        csv.row(LINE_HEADS);
        lines.forEach(line -> csv.row(cells(line)));
    }

    private static String[] cells(DeadlineLine line) {
        DeadlineStanding standing = line.standing();
        return new String[] {
            standing.deadline().id().hex(),
            (standing.state() == DeadlineStanding.State.OVERDUE ? "▲ " : "") + DeadlineJson.word(standing.state()),
            standing.reckoning().due().map(due -> due.at().toString()).orElse("-"),
            standing.deadline().rule().value(),
            line.matter().orElse("erased"),
            standing.rounds().isEmpty()
                    ? "-"
                    : standing.rounds().getLast().metAt()
                            + (standing.rounds().getLast().late() ? " (late)" : "")
        };
    }

    /// One line each, above a posture.
    static void overdue(PrintStream out, List<DeadlineLine> lines) {
        for (DeadlineLine line : lines) {
            DeadlineStanding standing = line.standing();
            out.println("▲ overdue  " + standing.deadline().rule() + ", due "
                    + standing.reckoning().due().map(due -> due.at().toString()).orElse("-") + ": deadline "
                    + standing.deadline().id());
        }
    }

    /// How an end was computed, and what was not known.
    static void steps(PrintStream out, String id, Reckoning reckoning) {
        out.println("deadline " + id + ": "
                + reckoning
                        .due()
                        .map(due -> "due " + due.at()
                                + (due.at().equals(due.unmoved()) ? "" : ", safe by " + due.unmoved()))
                        .orElse(reckoning.problem().orElse("no end is computed")));
        reckoning.steps().forEach(step -> out.println("  - " + Table.printable(step.text())));
        reckoning.assumptions().forEach(text -> out.println("  ? " + Table.printable(text)));
    }
}
