package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.checklist.event.AuditMark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mark",
        description = "Marks items of a pack: accepted, objection or more-needed. A later mark takes the place of an"
                + " earlier one.",
        mixinStandardHelpOptions = true)
final class AuditMarkCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FILE", description = "What `audit start` wrote.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "ITEM",
            description = "A row (NET-4, dora:Art. 5(2)), or evidence by the first digits of its id.")
    private List<String> items = new ArrayList<>();

    @Option(names = "--all-unmarked", description = "Every item that has no mark yet.")
    private boolean allUnmarked;

    @Option(names = "--as", required = true, paramLabel = "MARK", description = "accepted, objection or more-needed.")
    private String as = "";

    @Option(names = "--remark", paramLabel = "TEXT", description = "What is wrong, or missing.")
    private Optional<String> remark = Optional.empty();

    @Option(names = "--due", paramLabel = "DAY", description = "Until when you want to see something (UTC).")
    private Optional<String> due = Optional.empty();

    AuditMarkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (items.isEmpty() != allUnmarked) {
            throw new Refused("name the items to mark, or give --all-unmarked; nothing was marked");
        }
        ReviewDraft draft = AuditFiles.draft(file);
        Optional<LocalDate> day = due.isPresent() ? Optional.of(When.day(due.get())) : Optional.empty();
        LocalDate today = LocalDate.ofInstant(context.environment().clock().instant(), ZoneOffset.UTC);
        if (day.filter(each -> each.isBefore(today)).isPresent()) {
            throw new Refused("--due " + day.get() + " is over already; nothing was marked");
        }
        try {
            AuditMark mark = AuditMark.parse(as);
            List<MarkedItem> marks = new ArrayList<>();
            for (String item : items) {
                marks.add(new MarkedItem(draft.item(item), mark, remark, day));
            }
            if (allUnmarked) {
                draft.unmarked().stream()
                        .map(ListedItem::item)
                        .forEach(item -> marks.add(new MarkedItem(item, mark, remark, day)));
            }
            ReviewDraft marked = draft.marked(marks);
            AuditFiles.keep(file, marked);
            context.terminal().out().println(counted(marks.size() + " marked as " + mark.code(), marked));
        } catch (AuditException | IllegalArgumentException e) {
            throw new Refused(e.getMessage() + "; nothing was marked");
        }
        return ExitCode.DONE;
    }

    static String counted(String done, ReviewDraft draft) {
        return done + ", " + draft.unmarked().size() + " of " + draft.items().size() + " not marked yet";
    }
}
