package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;

/// A posture for a spreadsheet: one line a control, or one line a requirement of the framework asked for.
final class PostureCsv {
    private PostureCsv() {}

    static void print(PrintStream out, Posture posture, Optional<FrameworkId> chosen) {
        Csv csv = new Csv(out);
        Optional<FrameworkPosture> framework = chosen.flatMap(posture::framework);
        if (framework.isPresent()) {
            requirements(csv, framework.get());
        } else {
            controls(csv, posture);
        }
    }

    private static void controls(Csv csv, Posture posture) {
        csv.row(
                "control",
                "category",
                "title",
                "answer",
                "outcome",
                "reasons",
                "standing",
                "contradiction",
                "workState",
                "coveredUntil");
        for (ControlPosture row : posture.controls()) {
            csv.row(
                    row.control().id().value(),
                    row.control().category(),
                    row.control().title(),
                    row.status().map(OutcomeTexts::word).orElse(""),
                    OutcomeTexts.code(row.outcome()),
                    String.join("; ", OutcomeTexts.reasons(row.outcome())),
                    OutcomeTexts.code(row.standing()),
                    Boolean.toString(row.contradiction()),
                    OutcomeTexts.code(row.workState()),
                    row.cover().map(risk -> risk.until().toString()).orElse(""));
        }
    }

    private static void requirements(Csv csv, FrameworkPosture framework) {
        csv.row("requirement", "title", "citation", "state", "controls", "workState", "coveredUntil", "scope");
        for (RequirementPosture row : framework.requirements()) {
            csv.row(
                    row.requirement().id().number(),
                    row.requirement().title(),
                    row.requirement().citation(),
                    OutcomeTexts.code(row.state()),
                    row.mappings().stream()
                            .filter(mapping -> mapping.relation().supports())
                            .map(mapping -> mapping.control().value())
                            .collect(Collectors.joining(" ")),
                    OutcomeTexts.code(row.workState()),
                    row.cover().map(risk -> risk.until().toString()).orElse(""),
                    ScopeReasons.brief(row.scope().overall()));
        }
    }
}
