package org.cairn.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.ErasureRequest;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.KnownCopy;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
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

    @Parameters(arity = "0..1", paramLabel = "EVIDENCE", description = "Its id, or at least the first 8 digits of it.")
    private Optional<String> evidence = Optional.empty();

    @Option(names = "--payload-of", paramLabel = "ENTRY", description = "The texts that an entry refers to.")
    private Optional<Long> entry = Optional.empty();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "CODE",
            description = "no-longer-needed, consent-withdrawn, objection, unlawfully-processed, legal-obligation,"
                    + " retention-ended or recorded-by-mistake.")
    private String reason = "";

    @Option(names = "--basis", required = true, paramLabel = "TEXT", description = "Why, in words; stored encrypted.")
    private String basis = "";

    @Option(names = "--override-floor", paramLabel = "REASON", description = "Goes below a retention period.")
    private Optional<String> overrideFloor = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Copies the proposal to FILE, to be carried.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    EraseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ErasureReason why = reason();
        requireOneTarget();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            ErasureRequest request = new ErasureRequest(target(open), why, basis, overrideFloor);
            Proposal proposal = open.keeping().proposeErasure(request);
            if (out.isPresent()) {
                open.proposals().export(proposal, out.get());
            }
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

    private void requireOneTarget() throws Refused {
        if (evidence.isPresent() == entry.isPresent()) {
            throw new Refused("give either EVIDENCE or --payload-of ENTRY");
        }
    }

    private Target target(Workspace open) throws Refused, WorkspaceException {
        return evidence.isPresent()
                ? new Target.Evidence(Ids.evidence(evidence.get(), open))
                : new Target.TextsOf(entry.orElseThrow());
    }

    /// As the page of commands spells it, or as the ledger does.
    private ErasureReason reason() throws Refused {
        String code = reason.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(ErasureReason.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("'" + reason + "' is no reason to erase; it is one of "
                        + Arrays.stream(ErasureReason.values())
                                .map(each ->
                                        each.name().toLowerCase(Locale.ROOT).replace('_', '-') + " (" + each.citation()
                                                + ")")
                                .collect(Collectors.joining(", "))));
    }
}
