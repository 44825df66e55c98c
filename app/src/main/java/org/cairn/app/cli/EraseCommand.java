package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.ErasureRequest;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.KnownCopy;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description = "Proposes that evidence, or the texts of an entry, are destroyed; a second person approves it.",
        footer = "Copies made before keep what they hold: backups with their keys, packs, snapshots of the disk.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(arity = "0..1", paramLabel = "EVIDENCE", description = "64 hexadecimal digits.")
    private Optional<String> evidence = Optional.empty();

    @Option(names = "--payload-of", paramLabel = "ENTRY", description = "The texts that an entry refers to.")
    private Optional<Long> entry = Optional.empty();

    @Option(names = "--reason", required = true, description = "${COMPLETION-CANDIDATES}")
    private ErasureReason reason = ErasureReason.NO_LONGER_NEEDED;

    @Option(names = "--basis", required = true, paramLabel = "TEXT", description = "Why, in words; stored encrypted.")
    private String basis = "";

    @Option(names = "--override-floor", paramLabel = "REASON", description = "Goes below a retention period.")
    private Optional<String> overrideFloor = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    EraseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ErasureRequest request = new ErasureRequest(target(), reason, basis, overrideFloor);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Proposal proposal = open.keeping().proposeErasure(request);
            print(proposal.id(), open.keeping().copiesOf(request.target()));
        }
        return ExitCode.DONE;
    }

    private void print(String proposal, List<KnownCopy> copies) {
        PrintStream out = context.terminal().out();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        out,
                        Json.object()
                                .with("proposal", proposal)
                                .with(
                                        "copies",
                                        copies.stream().map(EraseCommand::json).toList())
                                .build());
            case TABLE, CSV -> {
                out.println("proposed as " + proposal
                        + "; nothing is destroyed before a second person approves it (cairn approve)");
                for (KnownCopy copy : copies) {
                    out.println("not reached: " + copy.what() + " (entry " + copy.entry() + ", " + copy.madeAt() + ")");
                }
            }
        }
    }

    private static Json json(KnownCopy copy) {
        return Json.object()
                .with("entry", copy.entry())
                .with("madeAt", copy.madeAt().toString())
                .with("what", copy.what())
                .build();
    }

    private Target target() throws Refused {
        if (evidence.isPresent() == entry.isPresent()) {
            throw new Refused("give either EVIDENCE or --payload-of ENTRY");
        }
        return evidence.isPresent()
                ? new Target.Evidence(Ids.evidence(evidence.get()))
                : new Target.TextsOf(entry.orElseThrow());
    }
}
