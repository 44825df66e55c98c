package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.app.audit.ItemTitles;
import org.cairn.app.audit.MarkForm;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.frameworks.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "form",
        description = "Writes the items of a pack as a workbook (.xlsx) in which they are marked.",
        mixinStandardHelpOptions = true)
final class AuditFormCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What `audit start` wrote.")
    private Path file = Path.of("");

    @Option(names = "--language", paramLabel = "CODE", description = "en or de.")
    private Language language = Language.EN;

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", description = "A file that is not there yet.")
    private Path out = Path.of("");

    AuditFormCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ReviewDraft draft = AuditFiles.draft(file);
        WitnessFiles.writeNew(
                out,
                MarkForm.write(
                        draft,
                        new ItemTitles(context.environment().knowledge().library(), language),
                        context.environment().clock().instant()));
        context.terminal().out().println(draft.items().size() + " items to mark: " + out);
        return ExitCode.DONE;
    }
}
