package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.WitnessRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "request",
        description = "Writes what a witness needs to cosign: the checkpoint, the proof, keys and leaf hashes.",
        mixinStandardHelpOptions = true)
final class WitnessRequestCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(
            names = "--witness",
            paramLabel = "NAME",
            description =
                    "An enrolled one: the proof starts where it left" + " off. Without it, the proof starts at 0.")
    private Optional<String> witness = Optional.empty();

    @Option(names = "--old-size", paramLabel = "N", description = "The proof starts at N entries.")
    private Optional<Long> oldSize = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The request (C2SP tlog-witness)." + " FILE.keys and FILE.leaves are written beside it.")
    private Path out = Path.of("");

    @Option(names = "--no-leaves", description = "Leaves the leaf hashes out (32 bytes an entry).")
    private boolean withoutLeaves;

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessRequestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        WitnessFiles.requireNew(out);
        WitnessFiles.requireNew(WitnessFiles.keysBeside(out));
        WitnessFiles.requireNew(WitnessFiles.leavesBeside(out));
        try (Workspace open = workspace.open(context, Access.READ)) {
            WitnessRequest request = open.witnesses().request(witness, oldSize);
            WitnessFiles.writeNew(out, request.request().encode());
            WitnessFiles.writeNew(WitnessFiles.keysBeside(out), request.keyLines());
            if (!withoutLeaves) {
                WitnessFiles.writeNew(WitnessFiles.leavesBeside(out), request.leafBytes());
            }
            print(request);
        }
        return ExitCode.DONE;
    }

    private void print(WitnessRequest request) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("file", out.toString())
                                .with("origin", request.checkpoint().origin())
                                .with("oldSize", request.request().oldSize())
                                .with("size", request.checkpoint().size())
                                .with("root", request.checkpoint().root().hex())
                                .build());
            case TABLE, CSV ->
                context.terminal()
                        .out()
                        .println(out + ": from " + request.request().oldSize() + " to "
                                + request.checkpoint().size() + " entries");
        }
        context.terminal().say("Carry all files that start with " + out + " to the witness: cairn witness sign");
    }
}
