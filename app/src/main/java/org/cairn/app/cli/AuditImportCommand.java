package org.cairn.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.MarkCsv;
import org.cairn.app.audit.MarkFormReading;
import org.cairn.app.audit.MarkReading;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.proof.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes marks from a form that was filled in (.xlsx) or from comma-separated values (.csv).",
        footer = "Exit code 1, and nothing marked, while a cell is refused.",
        mixinStandardHelpOptions = true)
final class AuditImportCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 16 << 20;

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FILE", description = "What `audit start` wrote.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "MARKS",
            description = "What `audit form` or `audit list --format csv` wrote.")
    private Path marks = Path.of("");

    AuditImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ReviewDraft draft = AuditFiles.draft(file);
        String name = String.valueOf(marks.getFileName());
        Bytes content = WitnessFiles.read(marks, MOST_BYTES);
        LocalDate today = LocalDate.ofInstant(context.environment().clock().instant(), ZoneOffset.UTC);
        PrintStream out = context.terminal().out();
        try {
            MarkReading.Result read = name.toLowerCase(Locale.ROOT).endsWith(".csv")
                    ? MarkCsv.read(name, content, draft, today)
                    : MarkFormReading.read(name, content, draft, today);
            if (!read.faults().isEmpty()) {
                read.faults().forEach(fault -> out.println("▲ " + Table.printable(fault.words())));
                out.println("nothing was marked");
                return ExitCode.NO;
            }
            ReviewDraft marked = draft.marked(read.marks());
            AuditFiles.keep(file, marked);
            out.println(AuditMarkCommand.counted(read.marks().size() + " marked", marked));
        } catch (AuditException e) {
            throw new Refused(e.getMessage() + "; nothing was marked");
        }
        return ExitCode.DONE;
    }
}
