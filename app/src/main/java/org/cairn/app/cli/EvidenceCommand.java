package org.cairn.app.cli;

import java.util.List;
import java.util.function.Predicate;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.EvidenceBearing;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WithoutEvidence;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Mapping;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evidence",
        description = "Evidence by hand, what recorded evidence is good for, and results of other tools as evidence.",
        synopsisSubcommandLabel = "(add | list | scan | redact | serves | import)",
        mixinStandardHelpOptions = true)
final class EvidenceCommand {
    private final CommandContext context;

    EvidenceCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "serves",
            description =
                    "The controls a piece of evidence bears on, the requirements that these reach, and what would lose its"
                            + " support without it.",
            mixinStandardHelpOptions = true)
    int serves(
            @Mixin WorkspaceOptions workspace,
            @Parameters(
                            paramLabel = "EVIDENCE",
                            description = "Its id, at least 8 digits of it, or a collector for its newest.")
                    String id,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        EvidenceBearing bearing;
        WithoutEvidence without;
        try (Workspace open = workspace.open(context, Access.READ)) {
            RecordedEvidence evidence = find(open.evidence(), id);
            Knowledge shipped = context.environment().knowledge();
            Knowledge known = new Knowledge(open.frameworks()::library, shipped::checks);
            bearing = EvidenceBearing.of(evidence, open.postureNow(), known);
            without = open.at(AsOf.now()).without(evidence.id());
        }
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(bearing, without));
            case TABLE -> {
                printTable(bearing);
                EvidenceLosses.print(without, context.terminal().out());
            }
            case CSV -> printCsv(bearing);
        }
        return ExitCode.DONE;
    }

    /// By id, by its first digits, or the newest of a collector.
    static RecordedEvidence find(List<RecordedEvidence> all, String typed) throws Refused {
        Predicate<RecordedEvidence> meant = typed.matches("[0-9a-f]{8,64}")
                ? each -> each.id().hex().startsWith(typed)
                : each -> each.evidence().collector().value().equals(typed);
        return all.stream()
                .filter(meant)
                .reduce((_, newer) -> newer)
                .orElseThrow(
                        () -> new Refused("no evidence '" + typed + "' that can be read in this workspace; give its"
                                + " id, at least 8 digits of it, or the name of its collector"));
    }

    private void printTable(EvidenceBearing bearing) {
        var out = context.terminal().out();
        if (bearing.controls().isEmpty() && bearing.requirements().isEmpty()) {
            context.terminal().say("no check reads it, and nobody attached it to anything");
        }
        for (EvidenceBearing.OnControl on : bearing.controls()) {
            out.println(Table.printable(on.control().id() + "  " + on.control().title() + "  (" + how(on) + ")"));
            for (Mapping row : on.mappings()) {
                out.println(Table.printable("  " + row.requirement().text() + "  "
                        + CrosswalkText.relation(row.relation()) + ", strength " + row.strength()));
                out.println("      " + Table.printable(CrosswalkText.reason(row)));
            }
        }
        for (EvidenceBearing.OnRequirement on : bearing.requirements()) {
            var requirement = on.requirement().requirement();
            out.println(Table.printable(requirement.id().text() + "  " + requirement.title() + "  (attached)"));
            for (Hop hop : on.linked()) {
                out.println(Table.printable("  " + hop.to().text() + "  " + CrosswalkText.claim(hop.claim())
                        + ", strength " + hop.strength()));
                out.println("      " + Table.printable(CrosswalkText.reason(hop)));
            }
        }
    }

    private static String how(EvidenceBearing.OnControl on) {
        return on.checks().isEmpty()
                ? "attached"
                : "read by "
                        + String.join(
                                ", ",
                                on.checks().stream()
                                        .map(check -> check.id().value())
                                        .toList());
    }

    private void printCsv(EvidenceBearing bearing) {
        Csv csv = new Csv(context.terminal().out());
        csv.row("evidence", "over", "requirement", "relation", "strength", "rationale");
        String id = bearing.evidence().id().hex();
        for (EvidenceBearing.OnControl on : bearing.controls()) {
            for (Mapping row : on.mappings()) {
                csv.row(
                        id,
                        on.control().id().value(),
                        row.requirement().text(),
                        CrosswalkText.relation(row.relation()),
                        Integer.toString(row.strength()),
                        row.rationale());
            }
        }
        for (EvidenceBearing.OnRequirement on : bearing.requirements()) {
            for (Hop hop : on.linked()) {
                csv.row(
                        id,
                        on.requirement().requirement().id().text(),
                        hop.to().text(),
                        CrosswalkText.claim(hop.claim()),
                        Integer.toString(hop.strength()),
                        hop.row().rationale());
            }
        }
    }

    private static Json json(EvidenceBearing bearing, WithoutEvidence without) {
        return Json.object()
                .with("evidence", bearing.evidence().id().hex())
                .with("collector", bearing.evidence().evidence().collector().value())
                .with(
                        "controls",
                        new JsonArray(bearing.controls().stream()
                                .map(EvidenceCommand::json)
                                .toList()))
                .with(
                        "requirements",
                        new JsonArray(bearing.requirements().stream()
                                .map(EvidenceCommand::json)
                                .toList()))
                .with("without", EvidenceLosses.json(without))
                .build();
    }

    private static Json json(EvidenceBearing.OnControl on) {
        return Json.object()
                .with("control", on.control().id().value())
                .with("title", on.control().title())
                .with(
                        "checks",
                        JsonOutput.texts(on.checks().stream()
                                .map(check -> check.id().value())
                                .toList()))
                .with(
                        "mappings",
                        new JsonArray(
                                on.mappings().stream().map(CrosswalkText::json).toList()))
                .build();
    }

    private static Json json(EvidenceBearing.OnRequirement on) {
        return Json.object()
                .with("requirement", on.requirement().requirement().id().text())
                .with("title", on.requirement().requirement().title())
                .with(
                        "linked",
                        new JsonArray(
                                on.linked().stream().map(CrosswalkText::json).toList()))
                .build();
    }
}
