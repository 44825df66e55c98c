package org.cairn.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.away.AwayException;
import org.cairn.collectors.away.AwayRun;
import org.cairn.collectors.away.CollectorKey;
import org.cairn.collectors.away.HostBundle;
import org.cairn.collectors.away.HostStatement;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Option;

/// Collecting without a workspace: signed by the host's own key, into a file that is carried to one.
final class AwayCollection {
    @Option(
            names = "--out",
            paramLabel = "RUN",
            description =
                    "Collects without a workspace, into the new file RUN, or a new file in the folder RUN, for `fleet"
                            + " import`. Needs --collector-key.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--collector-key",
            paramLabel = "FILE",
            description = "The key of this host's collectors, as `fleet key` made it.")
    private Optional<Path> key = Optional.empty();

    boolean isAsked() {
        return out.isPresent() || key.isPresent();
    }

    Path out() throws Refused {
        return out.orElseThrow(AwayCollection::incomplete);
    }

    Path key() throws Refused {
        return key.orElseThrow(AwayCollection::incomplete);
    }

    private static Refused incomplete() {
        return new Refused(
                "--out and --collector-key go together: a run is signed by the host's key; nothing was" + " collected");
    }

    /// @param only empty runs all
    int run(CommandContext context, HostReader host, List<CollectorId> only, Format format)
            throws Refused, InterruptedException {
        Path signing = key();
        Path target = out();
        boolean folder = Files.isDirectory(target);
        if (!folder && Files.exists(target)) {
            throw new Refused(target + ": exists; choose another name. Nothing was collected");
        }
        WorkspaceEnvironment environment = context.environment();
        List<Collector> chosen = environment.collectors().stream()
                .filter(collector -> collector.platform() == host.platform())
                .filter(collector -> only.isEmpty() || only.contains(collector.id()))
                .toList();
        try {
            HostBundle bundle = new AwayRun(
                            host, environment.clock(), CollectorKey.read(signing), environment.productVersion())
                    .run(chosen, new Progress(context.terminal()), () -> false);
            Path file = folder ? target.resolve(bundle.statement().fileName()) : target;
            bundle.write(file);
            print(context.terminal(), file, bundle.statement(), format);
            return ExitCode.DONE;
        } catch (AwayException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static void print(Terminal terminal, Path file, HostStatement statement, Format format) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        terminal.out(),
                        Json.object()
                                .with("file", JsonOutput.text(file.toString()))
                                .with("host", JsonOutput.text(statement.host().text()))
                                .with("sequence", statement.sequence())
                                .with("startedAt", statement.startedAt().toString())
                                .with("endedAt", statement.endedAt().toString())
                                .with("evidence", statement.results().size())
                                .with(
                                        "failed",
                                        new JsonArray(statement.failed().stream()
                                                .<Json>map(failed -> Json.object()
                                                        .with(
                                                                "collector",
                                                                failed.collector()
                                                                        .value())
                                                        .with("why", JsonOutput.text(failed.why()))
                                                        .build())
                                                .toList()))
                                .build());
            case TABLE, CSV ->
                terminal.out()
                        .println(file + ": run " + statement.sequence() + " of "
                                + statement.host().text() + ", "
                                + statement.results().size()
                                + " pieces of evidence. Carry it to a workspace that has enrolled this key: `cairn fleet"
                                + " import`");
        }
    }

    private record Progress(Terminal terminal) implements CollectionListener {
        @Override
        public void started(Collector collector, int total) {}

        @Override
        public void finished(Collector collector, CollectionResult result, Duration took) {
            terminal.say("● " + collector.id() + "  " + Durations.words(took));
        }

        @Override
        public void failed(Collector collector, String why) {
            terminal.say("▲ " + collector.id() + "  gave nothing: " + Table.printable(why));
        }

        @Override
        public void cancelled(Collector collector) {}
    }
}
