package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import org.cairn.proof.NoteKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trust",
        description = "Enrols a witness of this ledger, or new keys of one, and asks for its cosignatures.",
        mixinStandardHelpOptions = true)
final class WitnessTrustCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "VKEY|FILE", arity = "1..*", description = "Its verifier keys, or a file with them.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called here.")
    private String name = "";

    @Option(names = "--quorum", paramLabel = "N", description = "How many witnesses are needed; default: as before.")
    private Optional<Integer> quorum = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WitnessTrustCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<NoteKey> given = WitnessFiles.keys(keys);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.witnesses().trust(name, given, quorum);
            switch (format) {
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            Json.object()
                                    .with("entry", entry)
                                    .with("name", name)
                                    .with(
                                            "keys",
                                            JsonOutput.texts(given.stream()
                                                    .map(NoteKey::encode)
                                                    .toList()))
                                    .build());
                case TABLE, CSV ->
                    context.terminal().out().println("entry " + entry + ": witness " + name + " is asked");
            }
        }
        return ExitCode.DONE;
    }
}
