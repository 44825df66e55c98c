package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.app.workbook.Decisions;
import org.cairn.app.workbook.WorkbookDiff;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AnswerWorkbooks.Taken;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Shows what a filled in workbook changes, and records what is taken as your own answers.",
        footer = "Nothing is recorded while a cell is refused or a conflict is undecided; exit code 1 then.",
        mixinStandardHelpOptions = true)
final class WorkbookImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "FILE.xlsx", description = "What `workbook export` wrote and somebody filled in.")
    private Path file = Path.of("");

    @Option(
            names = "--take",
            paramLabel = "ROW",
            description = "Takes what the workbook says: a row (NET-4), a cell (NET-4#note) or all. May be repeated.")
    private List<String> take = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "ROW", description = "Keeps what the workspace says, likewise.")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--dry-run", description = "Shows and records nothing.")
    private boolean dryRun;

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    WorkbookImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Decisions decisions = decisions();
        try (Workspace open = workspace.open(context, dryRun ? Access.READ : Access.WRITE)) {
            WorkbookDiff diff = open.answerWorkbooks().compare(file);
            List<String> unknown = diff.unknown(decisions);
            if (!unknown.isEmpty()) {
                throw new Refused(String.join(", ", unknown) + ": not changed in " + file.getFileName()
                        + ", so there is nothing to take or keep; nothing was recorded");
            }
            boolean ready = diff.faults().isEmpty() && diff.open(decisions).isEmpty();
            Optional<Taken> taken = ready && !dryRun && !diff.taken(decisions).isEmpty()
                    ? Optional.of(open.answerWorkbooks().take(diff, decisions))
                    : Optional.empty();
            WorkbookDiffText text = new WorkbookDiffText(diff, decisions, taken);
            switch (format) {
                case TABLE -> text.print(context.terminal().out());
                case JSON -> JsonOutput.print(context.terminal().out(), text.json());
                case CSV -> text.csv(context.terminal().out());
            }
            return ready ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private Decisions decisions() throws Refused {
        try {
            return new Decisions(Set.copyOf(take), Set.copyOf(keep));
        } catch (IllegalArgumentException _) {
            throw new Refused("the same row or cell is given to --take and to --keep; decide for one of them");
        }
    }
}
