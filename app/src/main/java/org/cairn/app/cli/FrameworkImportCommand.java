package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Frameworks;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Brings in a framework of your own, or a newer version of it.",
        mixinStandardHelpOptions = true)
final class FrameworkImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Parameters(
            paramLabel = "FILE",
            description = "A filled in template (.csv, .xlsx), or an OSCAL catalogue or profile (.json).")
    private Path file = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "Its id here; default: the one in the file.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "The OSCAL catalogue that a profile imports; one for each import, in order, or one for all.")
    private List<Path> catalogs = new ArrayList<>();

    @Option(names = "--preview", description = "Shows what would change, and records nothing.")
    private boolean preview;

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    FrameworkImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FrameworkId> given = id.isPresent() ? Optional.of(Ids.framework(id.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, preview ? Access.READ : Access.WRITE)) {
            Frameworks.Plan plan = plan(open, given);
            Optional<Long> entry =
                    preview ? Optional.empty() : open.frameworks().record(plan);
            print(plan, entry);
        }
        return ExitCode.DONE;
    }

    private Frameworks.Plan plan(Workspace open, Optional<FrameworkId> given) throws WorkspaceException, Refused {
        try {
            return open.frameworks().plan(file, given, catalogs);
        } catch (MalformedFramework e) {
            throw FrameworkRefusals.refused(context.terminal(), e);
        }
    }

    private void print(Frameworks.Plan plan, Optional<Long> entry) {
        FrameworkDiffPrinting printing = new FrameworkDiffPrinting(plan.framework(), plan.diff());
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        context.terminal().out(),
                        printing.json()
                                .with("reopened", JsonOutput.texts(plan.reopened()))
                                .with("preview", new JsonFlag(preview))
                                .with("entry", entry.<Json>map(Json::number).orElseGet(JsonNull::new))
                                .build());
            case TABLE, CSV -> {
                printing.print(context.terminal().out());
                for (String number : plan.reopened()) {
                    context.terminal()
                            .out()
                            .println(Table.printable(
                                    "! " + number + "  is answered; to be reviewed again, since its text changes"));
                }
                context.terminal().out().println(done(entry));
            }
        }
    }

    private String done(Optional<Long> entry) {
        if (preview) {
            return "preview: nothing was recorded";
        }
        return entry.map(index -> "recorded as entry " + index)
                .orElse("nothing changed: this very content is here already");
    }
}
