package org.cairn.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.checklist.event.AuditItem;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "The items of a pack with their marks.",
        footer = "Exit code 1 while an item has no mark.",
        mixinStandardHelpOptions = true)
final class AuditListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What `audit start` wrote.")
    private Path file = Path.of("");

    @Option(names = "--unmarked", description = "Only what has no mark yet.")
    private boolean unmarked;

    @Option(names = "--format", description = "table, json or csv. The csv can be filled in and imported.")
    private Format format = Format.TABLE;

    AuditListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ReviewDraft draft = AuditFiles.draft(file);
        List<ListedItem> shown = unmarked ? draft.unmarked() : draft.shown();
        PrintStream out = context.terminal().out();
        switch (format) {
            case TABLE -> table(out, draft, shown);
            case CSV -> csv(out, draft, shown);
            case JSON -> JsonOutput.print(out, json(draft, shown));
        }
        return draft.unmarked().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private static void table(PrintStream out, ReviewDraft draft, List<ListedItem> shown) {
        Table table = new Table("item", "title", "in the pack", "mark", "due", "remark");
        for (ListedItem item : shown) {
            Optional<MarkedItem> mark = mark(draft, item);
            table.row(
                    name(item.item()),
                    shortened(item.title()),
                    item.state(),
                    mark.map(each -> each.mark().code()).orElse("-"),
                    due(mark, "-"),
                    shortened(mark.flatMap(MarkedItem::remark).orElse("")));
        }
        table.printTo(out);
        out.println(draft.unmarked().size() + " of " + draft.items().size() + " not marked yet");
    }

    private static void csv(PrintStream out, ReviewDraft draft, List<ListedItem> shown) {
        Csv csv = new Csv(out);
        csv.row("item", "title", "state", "mark", "remark", "due");
        for (ListedItem item : shown) {
            Optional<MarkedItem> mark = mark(draft, item);
            csv.row(
                    item.item().text(),
                    item.title(),
                    item.state(),
                    mark.map(each -> each.mark().code()).orElse(""),
                    mark.flatMap(MarkedItem::remark).orElse(""),
                    due(mark, ""));
        }
    }

    private static Json json(ReviewDraft draft, List<ListedItem> shown) {
        return Json.object()
                .with("pack", draft.pack().packId())
                .with("unmarked", draft.unmarked().size())
                .with(
                        "items",
                        new JsonArray(shown.stream()
                                .<Json>map(item -> json(item, mark(draft, item)))
                                .toList()))
                .build();
    }

    private static Json json(ListedItem item, Optional<MarkedItem> mark) {
        return Json.object()
                .with("item", item.item().text())
                .with("title", JsonOutput.text(item.title()))
                .with("state", JsonOutput.text(item.state()))
                .with("mark", JsonOutput.text(mark.map(each -> each.mark().code())))
                .with("remark", JsonOutput.text(mark.flatMap(MarkedItem::remark)))
                .with("due", JsonOutput.text(mark.flatMap(MarkedItem::due).map(Object::toString)))
                .build();
    }

    private static Optional<MarkedItem> mark(ReviewDraft draft, ListedItem item) {
        return draft.mark(item.item());
    }

    private static String due(Optional<MarkedItem> mark, String none) {
        return mark.flatMap(MarkedItem::due).map(Object::toString).orElse(none);
    }

    static String name(AuditItem item) {
        return switch (item) {
            case AuditItem.Row(var subject) -> subject.text();
            case AuditItem.Piece(var evidence) -> "evidence:" + evidence.shortForm();
        };
    }

    static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.isEmpty() ? "-" : line.length() <= 48 ? line : line.substring(0, 47) + "…";
    }
}
