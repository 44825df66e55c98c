package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.DeviationRequest;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "accept",
        description = "Proposes to accept a deviation for a time; another person runs `cairn approve`.",
        mixinStandardHelpOptions = true)
final class RuntimeAcceptCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--system", required = true, paramLabel = "NAME", description = "Whose deviation.")
    private String system = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "As `deviations` prints it.")
    private String kind = "";

    @Option(names = "--what", required = true, paramLabel = "TEXT", description = "Its words, exactly.")
    private String what = "";

    @Option(
            names = "--evidence",
            paramLabel = "ENTRY",
            description = "The entry of `runtime check` that holds it. Default: the newest that does.")
    private Optional<Long> evidence = Optional.empty();

    @Option(
            names = "--as",
            defaultValue = "false-positive",
            paramLabel = "HOW",
            description = "false-positive: it counts neither way. tolerated: it stays a finding that is borne.")
    private String how = "";

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "The last day covered (UTC).")
    private String until = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--longer-because", paramLabel = "TEXT", description = "Why it has to be for more than a year.")
    private Optional<String> longer = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Copies the proposal to FILE, to be carried.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    RuntimeAcceptCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        DeviationRequest request =
                new DeviationRequest(system, kind(), what, how(), evidence, When.day(until), reason, longer);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Proposal proposal = open.deviationAcceptances().accept(request);
            if (out.isPresent()) {
                open.proposals().export(proposal, out.get());
            }
            RecordedLine.print(context.terminal().out(), format, proposal);
        }
        return ExitCode.DONE;
    }

    private DeviationKind kind() throws Refused {
        return DeviationKind.byId(kind)
                .orElseThrow(() -> new Refused("'" + kind + "' is no kind of deviation; there are "
                        + Arrays.stream(DeviationKind.values())
                                .map(DeviationKind::id)
                                .collect(Collectors.joining(", "))));
    }

    private As how() throws Refused {
        return switch (how) {
            case "false-positive" -> As.FALSE_POSITIVE;
            case "tolerated" -> As.TOLERATED;
            default -> throw new Refused("--as takes false-positive or tolerated");
        };
    }
}
