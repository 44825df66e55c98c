package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.calendar.DeadlineStanding.State;
import org.cairn.checklist.posture.Posture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "posture",
        description = "Where every control and requirement stands, on any day, as known on any day.",
        footer = "A day means its end in UTC; today means now.",
        mixinStandardHelpOptions = true)
final class PostureCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--framework", paramLabel = "ID", description = "Shows the requirements of one framework.")
    private Optional<String> framework = Optional.empty();

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    PostureCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        Optional<FrameworkId> chosen =
                framework.isPresent() ? Optional.of(Ids.framework(framework.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.READ)) {
            Posture posture = open.posture(asOf);
            if (chosen.isPresent() && posture.framework(chosen.get()).isEmpty()) {
                throw new Refused("framework " + chosen.get() + " was not adopted here by " + posture.knownAt()
                        + "; adopted: "
                        + String.join(" ", Ids.texts(posture.frameworks().keySet())));
            }
            List<DeadlineLine> overdue = open.deadlines().all(asOf).stream()
                    .filter(line -> line.standing().state() == State.OVERDUE)
                    .toList();
            print(posture, chosen, overdue);
        }
        return ExitCode.DONE;
    }

    private void print(Posture posture, Optional<FrameworkId> chosen, List<DeadlineLine> overdue) {
        var out = context.terminal().out();
        switch (format) {
            case JSON -> JsonOutput.print(out, PostureJson.of(posture, chosen, overdue));
            case TABLE -> {
                DeadlineTables.overdue(out, overdue);
                PostureTables.print(out, posture, chosen);
            }
            case CSV -> PostureCsv.print(out, posture, chosen);
        }
    }
}
