package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.posture.RiskCover;

/// A posture for a person: contradictions first, then the checklist, then the frameworks.
final class PostureTables {
    private PostureTables() {}

    static void print(PrintStream out, Posture posture, Optional<FrameworkId> chosen) {
        out.println("valid at " + posture.validAt() + ", as known at " + posture.knownAt());
        posture.contradictions()
                .forEach(c -> out.println("▲ contradiction  " + c.subject().text() + ": " + Table.printable(c.text())));
        posture.notCarried()
                .forEach(id -> out.println("▲ not judged  " + id + " is adopted, and nothing here carries its text"));
        out.println();
        if (chosen.isPresent()) {
            posture.framework(chosen.get()).ifPresent(framework -> requirements(out, framework));
        } else {
            controls(out, posture.controls());
            out.println();
            frameworks(out, posture);
        }
    }

    static void frameworks(PrintStream out, Posture posture) {
        Table table = new Table(
                "framework",
                "assessable",
                "demonstrated",
                "claimed",
                "supported",
                "contradicted",
                "stale",
                "not met",
                "other",
                "not assessed",
                "unscoped",
                "out of scope");
        for (FrameworkPosture framework : posture.frameworks().values()) {
            var counts = framework.counts();
            long shown = 0;
            String[] row = new String[12];
            row[0] = framework.framework().id().value();
            row[1] = Integer.toString(framework.requirements().size());
            int column = 2;
            for (RequirementState state : List.of(
                    RequirementState.DEMONSTRATED,
                    RequirementState.CLAIMED,
                    RequirementState.SUPPORTED,
                    RequirementState.CONTRADICTED,
                    RequirementState.STALE,
                    RequirementState.NOT_MET)) {
                long count = counts.getOrDefault(state, 0L);
                shown += count;
                row[column++] = Long.toString(count);
            }
            long open = counts.getOrDefault(RequirementState.NOT_ASSESSED, 0L);
            long unscoped = counts.getOrDefault(RequirementState.UNSCOPED, 0L);
            long outside = counts.getOrDefault(RequirementState.OUT_OF_SCOPE, 0L);
            row[8] = Long.toString(framework.requirements().size() - shown - open - unscoped - outside);
            row[9] = Long.toString(open);
            row[10] = Long.toString(unscoped);
            row[11] = Long.toString(outside);
            table.row(row);
        }
        table.printTo(out);
    }

    static void controls(PrintStream out, List<ControlPosture> controls) {
        Table table = new Table("control", "answer", "work", "outcome", "standing", "covered until", "title");
        for (ControlPosture row : controls) {
            table.row(
                    row.control().id().value(),
                    answer(row),
                    row.answer().isPresent() ? OutcomeTexts.code(row.workState()) : "-",
                    OutcomeTexts.mark(row.outcome()),
                    (row.contradiction() ? "▲ " : "") + OutcomeTexts.code(row.standing()),
                    coveredUntil(row.cover()),
                    row.control().title());
        }
        table.printTo(out);
    }

    /// An answer that no longer counts is shown with the reason.
    private static String answer(ControlPosture row) {
        return row.answer()
                .map(recorded -> OutcomeTexts.word(recorded.event().status())
                        + (row.status().isPresent() ? "" : " (" + OutcomeTexts.code(row.counts()) + ")"))
                .orElse("-");
    }

    private static void requirements(PrintStream out, FrameworkPosture framework) {
        out.println(Table.printable(framework.framework().title() + ", "
                + framework.framework().version() + ", read on "
                + framework.framework().readOn()));
        LocalDate since = LocalDate.ofInstant(framework.adoption().validFrom(), ZoneOffset.UTC);
        framework.requirements().stream()
                .filter(row -> row.counts() == AnswerForce.TEXT_CHANGED)
                .forEach(row -> out.println("▲ to be reviewed again  "
                        + Table.printable(row.requirement().id().number())
                        + ": its text changed after it was answered, by the edition adopted on " + since
                        + " at the latest"));
        out.println();
        Table table = new Table("requirement", "state", "covered until", "controls", "title");
        for (RequirementPosture row : framework.requirements()) {
            table.row(
                    row.requirement().id().number(),
                    mark(row.state()) + " " + OutcomeTexts.code(row.state()),
                    coveredUntil(row.cover()),
                    row.mappings().stream()
                            .filter(mapping -> mapping.relation().supports())
                            .map(Mapping::control)
                            .map(Object::toString)
                            .collect(Collectors.joining(" ")),
                    row.requirement().title());
        }
        table.printTo(out);
    }

    private static String coveredUntil(Optional<RiskCover> cover) {
        return cover.map(risk -> risk.until().toString()).orElse("-");
    }

    static String mark(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> "●";
            case CLAIMED -> "◉";
            case SUPPORTED -> "◐";
            case CONTRADICTED, NOT_MET -> "▲";
            case STALE, INDETERMINATE -> "◌";
            case NOT_APPLICABLE, NOT_YET_APPLICABLE -> "–";
            case NOT_ASSESSED -> "○";
            case UNSCOPED -> "?";
            case OUT_OF_SCOPE -> "×";
        };
    }
}
