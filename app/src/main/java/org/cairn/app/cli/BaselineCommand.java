package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.BaselineVersion;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.causality.policy.PolicyDiff;
import org.cairn.causality.policy.RuntimePolicy;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "baseline",
        description = "What a system may do, as two people agreed upon it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class BaselineCommand {
    private final CommandContext context;

    BaselineCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "propose",
            description = "Proposes a policy as a system's baseline; another person runs `cairn approve`.",
            mixinStandardHelpOptions = true)
    int propose(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "FILE", description = "A runtime policy in UTF-8 of at most 64 KiB.") Path policy,
            @Option(names = "--system", required = true, paramLabel = "NAME", description = "a-z, 0-9, dot, dash.")
                    String system,
            @Option(names = "--out", paramLabel = "FILE", description = "Copies the proposal to FILE, to be carried.")
                    Optional<Path> out,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Proposal proposal = open.baselines().propose(system, policy);
            if (out.isPresent()) {
                open.proposals().export(proposal, out.get());
            }
            RecordedLine.print(context.terminal().out(), format, proposal);
        }
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Every version of a system's baseline.", mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--system", required = true, paramLabel = "NAME", description = "Whose.") String system,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<BaselineVersion> versions = open.baselines().versions(system);
            if (format == Format.JSON) {
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(
                                versions.stream().map(BaselineCommand::json).toList()));
            } else {
                Table table = new Table("entry", "in force since", "policy", "approved by");
                versions.forEach(version -> table.row(
                        "" + version.entry(),
                        version.from().toString(),
                        version.policy().hex(),
                        String.join(", ", version.approvers())));
                table.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private static Json json(BaselineVersion version) {
        return Json.object()
                .with("entry", version.entry())
                .with("system", version.system())
                .with("inForceSince", version.from().toString())
                .with("sha256", version.policy().hex())
                .with("approvers", JsonOutput.texts(version.approvers()))
                .with("text", JsonOutput.text(version.text()))
                .build();
    }

    @Command(
            name = "diff",
            description = "What one version of a policy says and another does not.",
            mixinStandardHelpOptions = true)
    int diff(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--system", required = true, paramLabel = "NAME", description = "Whose.") String system,
            @Parameters(index = "0", paramLabel = "OLDER", description = "An entry of `baseline list`, or a file.")
                    String older,
            @Parameters(index = "1", paramLabel = "NEWER", description = "Likewise.") String newer,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            PolicyDiff diff = PolicyDiff.between(policy(open, system, older), policy(open, system, newer));
            if (format == Format.JSON) {
                JsonOutput.print(
                        context.terminal().out(),
                        new JsonArray(diff.lines().stream()
                                .<Json>map(line -> Json.object()
                                        .with("part", line.part())
                                        .with("change", line.added() ? "added" : "removed")
                                        .with("value", JsonOutput.text(line.value()))
                                        .build())
                                .toList()));
            } else {
                diff.lines()
                        .forEach(line -> context.terminal()
                                .out()
                                .println((line.added() ? "+ " : "- ") + line.part() + ": "
                                        + Table.printable(line.value())));
            }
        }
        return ExitCode.DONE;
    }

    private static RuntimePolicy policy(Workspace open, String system, String named)
            throws Refused, WorkspaceException {
        return named.matches("\\d{1,18}")
                ? open.baselines().policy(system, Long.parseLong(named)).policy()
                : RuntimePolicyOptions.ofFile(Path.of(named)).policy();
    }
}
