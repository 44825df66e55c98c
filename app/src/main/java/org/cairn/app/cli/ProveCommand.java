package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.ProofResult;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "prove",
        description = "Writes the proof that an entry is in the log (C2SP tlog-proof).",
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "ENTRY", description = "Index of the entry, from 0, as `cairn log` shows it.")
    private long entry;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to FILE instead of standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", description = "table (the proof's own text) or json.")
    private Format format = Format.TABLE;

    ProveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            ProofResult proof = open.prove(entry);
            if (out.isPresent()) {
                write(out.get(), proof);
            } else {
                print(proof);
            }
        }
        return ExitCode.DONE;
    }

    private void print(ProofResult proof) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        Json.object()
                                .with("entry", proof.entry())
                                .with("size", proof.size())
                                .with("leafHash", proof.leafHash().hex())
                                .with("envelope", proof.envelope().asUtf8())
                                .with("proof", proof.proof().asUtf8())
                                .build());
            case TABLE, CSV -> context.terminal().out().print(proof.proof().asUtf8());
        }
    }

    private void write(Path file, ProofResult proof) throws Refused {
        try {
            Files.write(file, proof.proof().toByteArray(), StandardOpenOption.CREATE_NEW);
            context.terminal().say("Entry " + proof.entry() + " of " + proof.size() + " is proved in " + file);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(file + " exists; nothing was written");
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + ")");
        }
    }
}
