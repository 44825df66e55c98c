package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.query.StateAt;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What was there at a moment, as a table and as JSON.
record RuntimeStateListing(RuntimeRecord record, Window window, StateAt state) {
    Json json(RuntimeOptions options) throws Refused {
        List<Edge> edges =
                Stream.concat(state.listening().stream(), state.open().stream()).toList();
        Set<Node> running = state.processes().stream()
                .map(StateAt.Running::process)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Json> processes = new ArrayList<>();
        for (StateAt.Running one : state.processes()) {
            processes.add(Json.object()
                    .with("pid", one.process().pid())
                    .with("host", JsonOutput.text(one.process().host()))
                    .with("since", one.process().since().time().toString())
                    .with(
                            "program",
                            JsonOutput.text(record.graph().facts(one.process()).flatMap(ProcessFacts::exe)))
                    .with("proven", new JsonFlag(one.proven()))
                    .build());
        }
        Json found =
                new RuntimeAnswer(record, window, "state", running, edges, List.of(), edges.size(), true).json(options);
        return Json.object()
                .with("processes", new JsonArray(processes))
                .with("listening", state.listening().size())
                .with("open", state.open().size())
                .with("answer", found)
                .build();
    }

    void printTo(PrintStream out) {
        RuntimeText text = new RuntimeText(record.graph());
        Table processes = new Table("process", "since", "shown by a later record");
        state.processes()
                .forEach(one -> processes.row(
                        text.node(one.process()),
                        one.process().since().time().toString(),
                        one.proven() ? "yes" : "no"));
        processes.printTo(out);
        out.println();
        Table open = new Table("since", "process", "", "what");
        Stream.concat(state.listening().stream(), state.open().stream())
                .forEach(edge -> open.row(
                        edge.at().time().toString(),
                        text.node(edge.cause()),
                        RuntimeText.action(edge),
                        text.node(edge.effect())));
        open.printTo(out);
        new RuntimeCoverage(record, window).printTo(out);
    }
}
