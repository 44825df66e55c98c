package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Proposals;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "proposals",
        description = "What waits for a second person's signature.",
        mixinStandardHelpOptions = true)
final class ProposalsCommand implements Callable<Integer> {
    private static final int ROW_CHARACTERS = 120;

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(
            paramLabel = "ID|FILE",
            arity = "0..1",
            description = "One proposal, by the first digits of its id or as a file.")
    private Optional<String> chosen = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Copies the one chosen to FILE, to be carried.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    ProposalsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (out.isPresent() && chosen.isEmpty()) {
            throw new Refused("--out needs the proposal that is to be copied");
        }
        try (Workspace open = workspace.open(context, Access.READ)) {
            Proposals proposals = open.proposals();
            List<Proposal> shown = chosen.isPresent() ? List.of(proposals.find(chosen.get())) : proposals.all();
            if (out.isPresent()) {
                proposals.export(shown.getFirst(), out.get());
            }
            print(shown);
        }
        return ExitCode.DONE;
    }

    /// A policy is longer than a row; `--format json` gives it whole.
    private static String start(String text) {
        String line = text.lines().findFirst().orElse("");
        boolean whole =
                line.length() <= ROW_CHARACTERS && line.length() == text.strip().length();
        return whole ? line : line.substring(0, Math.min(line.length(), ROW_CHARACTERS)) + "…";
    }

    private void print(List<Proposal> proposals) {
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(proposals.stream().map(RecordedLine::json).toList()));
            case TABLE, CSV -> {
                Table table = new Table("proposal", "signed by", "what", "reason", "state");
                for (Proposal proposal : proposals) {
                    proposal.blindness()
                            .ifPresent(words ->
                                    context.terminal().say(proposal.id().substring(0, 12) + ": " + words + "."));
                    table.row(
                            proposal.id().substring(0, 12),
                            String.join(", ", proposal.signers()),
                            proposal.summary(),
                            proposal.text().map(ProposalsCommand::start).orElse("-"),
                            proposal.refusal().map(why -> "stale: " + why).orElse("waits"));
                }
                table.printTo(context.terminal().out());
            }
        }
    }
}
