package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.RootAdvice;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What root would add to what is collected, with the exact commands.
record AdviceListing(HostIdentity reader, List<Collector> collectors) {
    private record Line(Collector collector, RootAdvice advice) {}

    AdviceListing {
        collectors = List.copyOf(collectors);
    }

    private List<Line> lines() {
        return collectors.stream()
                .flatMap(collector ->
                        collector.description().withRoot().stream().map(advice -> new Line(collector, advice)))
                .toList();
    }

    void printTo(PrintStream out, Format format) {
        switch (format) {
            case JSON -> JsonOutput.print(out, json());
            case TABLE -> {
                Table table = new Table("collector", "root would add", "command");
                lines().forEach(line -> table.row(
                        line.collector().id().value(),
                        line.advice().adds(),
                        line.advice().command()));
                table.printTo(out);
                out.println(reader.isRoot() ? "you are root: nothing is left to add" : "you read as " + reader.user());
            }
            case CSV -> {
                Csv csv = new Csv(out);
                csv.row("collector", "adds", "command");
                lines().forEach(line -> csv.row(
                        line.collector().id().value(),
                        line.advice().adds(),
                        line.advice().command()));
            }
        }
    }

    private Json json() {
        return Json.object()
                .with("readAs", JsonOutput.text(reader.user()))
                .with("root", new JsonFlag(reader.isRoot()))
                .with(
                        "advice",
                        new JsonArray(lines().stream()
                                .<Json>map(line -> Json.object()
                                        .with("collector", line.collector().id().value())
                                        .with("adds", line.advice().adds())
                                        .with("command", line.advice().command())
                                        .build())
                                .toList()))
                .build();
    }
}
