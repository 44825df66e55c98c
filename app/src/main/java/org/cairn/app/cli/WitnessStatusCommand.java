package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.WitnessStatus;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Who outside vouches for this ledger, up to which entry and since when; and for whom it vouches.",
        mixinStandardHelpOptions = true)
final class WitnessStatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Instant now = context.environment().clock().instant();
        try (Workspace open = workspace.open(context, Access.READ)) {
            WitnessStatus status = open.witnesses().status();
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), json(status, now));
                case TABLE, CSV -> print(context.terminal().out(), status, now);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(PrintStream out, WitnessStatus status, Instant now) {
        out.println(status.statement().headline(now));
        status.statement().details(now).forEach(line -> out.println("  " + Table.printable(line)));
        for (WitnessStatus.TrustedWitness witness : status.witnesses()) {
            out.println("witness  " + witness.name() + (witness.asked() ? "" : ", no longer asked") + ": last saw "
                    + witness.lastSize() + " entries; keys of "
                    + Table.printable(witness.keys().getFirst().name()));
        }
        for (WitnessStatus.ForeignState state : status.recorded()) {
            out.println("this ledger vouches, by entry " + state.entry() + ", for "
                    + Table.printable(state.checkpoint().origin()) + ": "
                    + state.checkpoint().size() + " entries, root "
                    + state.checkpoint().root().hex());
        }
        for (Checkpoint seen : status.remembers()) {
            out.println(
                    "as a witness it last saw " + Table.printable(seen.origin()) + " at " + seen.size() + " entries");
        }
    }

    private static Json json(WitnessStatus status, Instant now) {
        return WitnessJson.of(status.statement(), now)
                .with("vouching", WitnessJson.witnesses(status.statement()))
                .with(
                        "witnesses",
                        status.witnesses().stream()
                                .map(WitnessStatusCommand::json)
                                .toList())
                .with(
                        "recorded",
                        status.recorded().stream()
                                .<Json>map(state -> state(state.checkpoint())
                                        .with("entry", state.entry())
                                        .with("recordedAt", state.recordedAt().toString())
                                        .build())
                                .toList())
                .with(
                        "remembers",
                        status.remembers().stream()
                                .<Json>map(seen -> state(seen).build())
                                .toList())
                .with("policy", status.policy().encode().asUtf8())
                .build();
    }

    private static Json json(WitnessStatus.TrustedWitness witness) {
        List<String> keys = witness.keys().stream().map(NoteKey::encode).toList();
        JsonArray texts = JsonOutput.texts(keys);
        return Json.object()
                .with("name", witness.name())
                .with("asked", new JsonFlag(witness.asked()))
                .with("lastSize", witness.lastSize())
                .with("keys", texts)
                .build();
    }

    private static Json.Builder state(Checkpoint at) {
        return Json.object()
                .with("origin", JsonOutput.text(at.origin()))
                .with("size", at.size())
                .with("root", at.root().hex());
    }
}
