package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.causality.Edge;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.causality.policy.Deviations;
import org.cairn.causality.policy.RuntimePolicy;
import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.policy.Sight;
import org.cairn.causality.policy.Undecided;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;

/// Where a record departs from a policy, as a table and as JSON.
/// @param chains how far what led to each is followed; empty: not at all
record RuntimeDeviationsListing(
        RuntimeRecord record,
        Window window,
        RuntimePolicySource policy,
        Scrutiny scrutiny,
        Sight sight,
        Optional<Limits> chains) {
    /// Nothing departs, and nothing stays open.
    boolean isClean() {
        return scrutiny.deviations().isEmpty()
                && Arrays.stream(DeviationKind.values())
                        .allMatch(kind -> open(kind).isEmpty());
    }

    /// Why it cannot be told that nothing of this kind happened.
    private List<String> open(DeviationKind kind) {
        List<String> why = new ArrayList<>(sight.blindTo(kind));
        if (!policy.policy().speaksOf(kind)) {
            why.add("the policy does not say (" + RuntimePolicy.part(kind) + ")");
        }
        scrutiny.undecided().stream()
                .filter(event -> event.kind() == kind)
                .map(Undecided::why)
                .forEach(why::add);
        return why;
    }

    Json json(RuntimeOptions options) throws Refused {
        List<Edge> edges = scrutiny.deviations().stream()
                .map(deviation -> record.graph().edge(deviation.place()))
                .toList();
        RuntimeRecords raw = RuntimeRecords.behind(record, edges, options.raw());
        List<Json> kinds = new ArrayList<>();
        for (DeviationKind kind : DeviationKind.values()) {
            kinds.add(Json.object()
                    .with("kind", kind.id())
                    .with("found", count(kind))
                    .with("open", JsonOutput.texts(open(kind)))
                    .build());
        }
        return Json.object()
                .with("question", "deviations")
                .with("policy", policy.json(window))
                .with("processes", scrutiny.processes())
                .with(
                        "deviations",
                        new JsonArray(scrutiny.deviations().stream()
                                .map(deviation -> json(deviation, raw))
                                .toList()))
                .with("kinds", new JsonArray(kinds))
                .with("coverage", new RuntimeCoverage(record, window).json())
                .build();
    }

    private long count(DeviationKind kind) {
        return scrutiny.deviations().stream()
                .filter(deviation -> deviation.kind() == kind)
                .count();
    }

    private Json json(Deviation deviation, RuntimeRecords raw) {
        Edge edge = record.graph().edge(deviation.place());
        return Json.object()
                .with("kind", deviation.kind().id())
                .with("what", JsonOutput.text(deviation.what()))
                .with("rule", deviation.rule())
                .with("result", RuntimeAnswer.code(edge.result()))
                .with("basis", RuntimeAnswer.code(edge.basis()))
                .with("at", edge.at().time().toString())
                .with("serial", edge.at().serial())
                .with(
                        "accepted",
                        accepted(deviation).<Json>map(AcceptedListing::brief).orElse(new JsonNull()))
                .with("records", raw.json(edge.records()))
                .with(
                        "chain",
                        new JsonArray(chain(deviation).stream()
                                .map(step -> step(step, edge))
                                .toList()))
                .build();
    }

    private Optional<AcceptedDeviation> accepted(Deviation deviation) {
        return policy.accepted().flatMap(all -> all.of(record.graph(), deviation));
    }

    private List<Edge> chain(Deviation deviation) {
        return chains.isEmpty()
                ? List.of()
                : Deviations.chain(record.graph(), deviation, chains.get()).edges().stream()
                        .sorted(Comparator.comparing(Edge::at))
                        .toList();
    }

    private Json step(Edge step, Edge diverging) {
        RuntimeText text = new RuntimeText(record.graph());
        return Json.object()
                .with("at", step.at().time().toString())
                .with("serial", step.at().serial())
                .with("cause", JsonOutput.text(text.node(step.cause())))
                .with("action", RuntimeText.action(step))
                .with("effect", JsonOutput.text(text.node(step.effect())))
                .with("diverges", new JsonFlag(step.equals(diverging)))
                .build();
    }

    void printTo(PrintStream out) {
        out.println(policy.text(window));
        out.println(scrutiny.processes() + " program runs of the record belong to the system");
        out.println();
        Table table = new Table("time", "serial", "kind", "result", "what", "not allowed by", "accepted");
        for (Deviation deviation : scrutiny.deviations()) {
            Edge edge = record.graph().edge(deviation.place());
            table.row(
                    edge.at().time().toString(),
                    "" + edge.at().serial(),
                    deviation.kind().id(),
                    RuntimeAnswer.code(edge.result()),
                    deviation.what(),
                    deviation.rule(),
                    accepted(deviation).map(AcceptedListing::words).orElse("no"));
        }
        table.printTo(out);
        if (chains.isPresent()) {
            scrutiny.deviations().forEach(deviation -> printChain(out, deviation));
        }
        out.println();
        for (DeviationKind kind : DeviationKind.values()) {
            List<String> why = open(kind);
            String found = count(kind) == 0 ? "none" : "" + count(kind);
            out.println("  " + kind.id() + ": " + found
                    + (why.isEmpty()
                            ? ""
                            : count(kind) == 0
                                    ? ", which proves nothing: " + first(why)
                                    : ", perhaps more: " + first(why)));
        }
        new RuntimeCoverage(record, window).printTo(out);
    }

    private static String first(List<String> why) {
        return Table.printable(why.getFirst()) + (why.size() > 1 ? ", and " + (why.size() - 1) + " reasons more" : "");
    }

    private void printChain(PrintStream out, Deviation deviation) {
        RuntimeText text = new RuntimeText(record.graph());
        Edge diverging = record.graph().edge(deviation.place());
        out.println();
        out.println(Table.printable(deviation.what()) + ", led to by");
        for (Edge step : chain(deviation)) {
            out.println((step.equals(diverging) ? ">> " : "   ") + step.at().time() + " "
                    + Table.printable(
                            text.node(step.cause()) + " " + RuntimeText.action(step) + " " + text.node(step.effect())));
        }
    }
}
