package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "review",
        description = {
            "Reviews the newest answer to a control or requirement.",
            "To accept needs two people: a reviewer who did not write the answer proposes, the second one runs `cairn"
                    + " approve`. For a reviewer who works elsewhere, the author may begin it with --out."
        },
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "CONTROL", description = "A control like NET-4, or a requirement.")
    private String subject = "";

    @ArgGroup(multiplicity = "1")
    private Decision decision = new Decision();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
    private String reason = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the proposal to FILE, to be carried to a reviewer elsewhere.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    static final class Decision {
        @Option(names = "--accept", description = "Proposes to accept the answer.")
        private boolean accept;

        @Option(names = "--request-changes", description = "Asks the author to change the answer.")
        private boolean requestChanges;

        boolean accepts() {
            return accept && !requestChanges;
        }
    }

    ReviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Subject about = Ids.subject(subject);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            if (decision.accepts()) {
                Proposal proposal = out.isPresent()
                        ? open.reviews().acceptElsewhere(about, reason, out.get())
                        : open.reviews().accept(about, reason);
                RecordedLine.print(context.terminal().out(), format, proposal);
            } else {
                RecordedLine.print(
                        context.terminal().out(),
                        format,
                        open.reviews().requestChanges(about, reason),
                        "changes to the answer of " + about.text() + " are requested");
            }
        }
        return ExitCode.DONE;
    }
}
