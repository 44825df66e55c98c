package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AddedCosignature;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Records a witness's cosignature, after checking it against its keys and against this ledger.",
        mixinStandardHelpOptions = true)
final class WitnessAddCommand implements Callable<Integer> {
    private static final int LIMIT_BYTES = 256 * 1024;

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "FILE", description = "The cosigned checkpoint; with --request, signature lines alone.")
    private Path file = Path.of("");

    @Option(
            names = "--request",
            paramLabel = "REQUEST",
            description = "What FILE answers, where it holds signature"
                    + " lines alone, as witnesses on a network give them.")
    private Optional<Path> request = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        SignedNote note = request.isPresent() ? answered(request.get()) : WitnessFiles.note(file);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            AddedCosignature added = open.witnesses().add(note);
            switch (format) {
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            Json.object()
                                    .with("entry", added.entry())
                                    .with("witness", added.witness())
                                    .with("size", added.at().size())
                                    .with("root", added.at().root().hex())
                                    .with("claimedAt", added.claimedAt().toString())
                                    .build());
                case TABLE, CSV ->
                    context.terminal()
                            .out()
                            .println("entry " + added.entry() + ": " + added.witness() + " vouches for the first "
                                    + added.at().size() + " entries, since " + added.claimedAt() + " by its clock");
            }
        }
        return ExitCode.DONE;
    }

    /// The lines under the checkpoint that the request held (C2SP tlog-witness: "the client MAY concatenate it to the
    /// checkpoint").
    private SignedNote answered(Path asked) throws Refused {
        Bytes text = WitnessFiles.request(asked).note().text();
        try {
            return SignedNote.parse(text.concat(Bytes.utf8("\n")).concat(WitnessFiles.read(file, LIMIT_BYTES)));
        } catch (MalformedNote e) {
            throw new Refused(file + ": not signature lines: " + e.getMessage());
        }
    }
}
