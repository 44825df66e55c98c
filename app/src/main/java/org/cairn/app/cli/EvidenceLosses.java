package org.cairn.app.cli;

import java.io.PrintStream;
import org.cairn.app.workspace.WithoutEvidence;
import org.cairn.app.workspace.WithoutEvidence.OnControl;
import org.cairn.app.workspace.WithoutEvidence.OnRequirement;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What would lose its support without a piece of evidence.
final class EvidenceLosses {
    private EvidenceLosses() {}

    static void print(WithoutEvidence without, PrintStream out) {
        if (without.controls().isEmpty() && without.requirements().isEmpty()) {
            out.println("without it nothing would stand otherwise");
            return;
        }
        out.println("without it:");
        for (OnControl on : without.controls()) {
            out.println(line(
                    on.control().id().value(),
                    OutcomeTexts.code(on.now()),
                    OutcomeTexts.code(on.without()),
                    on.onlyAttached()));
        }
        for (OnRequirement on : without.requirements()) {
            out.println(line(
                    on.requirement().requirement().id().text(),
                    OutcomeTexts.code(on.now()),
                    OutcomeTexts.code(on.without()),
                    on.onlyAttached()));
        }
    }

    private static String line(String row, String now, String then, boolean only) {
        return Table.printable("  " + row + "  " + (now.equals(then) ? "stays " + now : now + " becomes " + then)
                + (only ? ", nothing else is attached" : ""));
    }

    static Json json(WithoutEvidence without) {
        return Json.object()
                .with(
                        "controls",
                        new JsonArray(without.controls().stream()
                                .map(on -> json(
                                        "control",
                                        on.control().id().value(),
                                        OutcomeTexts.code(on.now()),
                                        OutcomeTexts.code(on.without()),
                                        on.onlyAttached()))
                                .toList()))
                .with(
                        "requirements",
                        new JsonArray(without.requirements().stream()
                                .map(on -> json(
                                        "requirement",
                                        on.requirement().requirement().id().text(),
                                        OutcomeTexts.code(on.now()),
                                        OutcomeTexts.code(on.without()),
                                        on.onlyAttached()))
                                .toList()))
                .build();
    }

    private static Json json(String what, String row, String now, String then, boolean only) {
        return Json.object()
                .with(what, JsonOutput.text(row))
                .with("now", now)
                .with("without", then)
                .with("onlyAttached", new JsonFlag(only))
                .build();
    }
}
