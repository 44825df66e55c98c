package org.cairn.app.cli;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.RetentionLine;
import org.cairn.app.workspace.RetentionOverview;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.checklist.retention.Retention;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "retention",
        description = "How long each record is kept, by which rule, and what is due for erasure.",
        footer = "retention set -w DIR … sets how long the organisation itself keeps something.",
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace folder.")
    private Optional<java.nio.file.Path> folder = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "As for every command.")
    private Optional<java.nio.file.Path> passphraseFile = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    RetentionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (folder.isEmpty()) {
            throw new Refused("which workspace? -w DIR");
        }
        try (Workspace open = WorkspaceOptions.of(folder.get(), passphraseFile).open(context, Access.READ)) {
            RetentionOverview overview = open.keeping().overview();
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), json(overview));
                case TABLE, CSV -> print(overview);
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "set", description = "Sets the organisation's own period, from a record's creation on.")
    int set(
            @Mixin WorkspaceOptions workspace,
            @Option(
                            names = "--applies-to",
                            required = true,
                            paramLabel = "WHAT",
                            description = "all, answers, evidence, or collector:ID.")
                    String appliesTo,
            @Option(names = "--bound", required = true, description = "floor (at least) or ceiling (at most).")
                    Bound bound,
            @Option(
                            names = "--period",
                            required = true,
                            paramLabel = "PERIOD",
                            description = "ISO 8601, as P6M or P10Y; none takes the rule back.")
                    String period,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason)
            throws Exception {
        Optional<Period> parsed = period(period);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.keeping().setPeriod(appliesTo, bound, parsed, reason);
            context.terminal().out().println("recorded as entry " + entry);
        }
        return ExitCode.DONE;
    }

    private static Optional<Period> period(String text) throws Refused {
        try {
            return text.equals("none") ? Optional.empty() : Optional.of(Period.parse(text));
        } catch (DateTimeParseException _) {
            throw new Refused("'" + text + "' is no period like P6M or P10Y");
        }
    }

    private void print(RetentionOverview overview) {
        Table table = new Table("entry", "what", "state", "keep until (UTC)", "by", "due since (UTC)", "by");
        for (RetentionLine line : overview.records()) {
            table.row(
                    Long.toString(line.entry()),
                    line.what(),
                    state(line),
                    line.retention().floor().map(RetentionCommand::until).orElse("-"),
                    line.retention().floor().map(RetentionCommand::by).orElse("-"),
                    line.retention().ceiling().map(RetentionCommand::until).orElse("-"),
                    line.retention().ceiling().map(RetentionCommand::by).orElse("-"));
        }
        table.printTo(context.terminal().out());
        overview.notices()
                .forEach(notice -> context.terminal()
                        .out()
                        .println(notice.framework() + " " + notice.citation() + ": " + notice.text()));
    }

    private static String until(Retention.Term term) {
        return term.until().toString() + (term.running() ? " or later" : "");
    }

    private static String by(Retention.Term term) {
        return term.rule().framework().map(id -> id + " ").orElse("")
                + term.rule().citation();
    }

    private static String state(RetentionLine line) {
        String word = line.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return line.holds().isEmpty()
                ? word
                : word + " " + line.holds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Json json(RetentionOverview overview) {
        return Json.object()
                .with(
                        "records",
                        overview.records().stream().map(RetentionCommand::json).toList())
                .with(
                        "notices",
                        overview.notices().stream()
                                .map(notice -> Json.object()
                                        .with("framework", notice.framework().value())
                                        .with("citation", notice.citation())
                                        .with("text", notice.text())
                                        .build())
                                .toList())
                .build();
    }

    private static Json json(RetentionLine line) {
        return Json.object()
                .with("entry", line.entry())
                .with("what", JsonOutput.text(line.what()))
                .with("id", line.id())
                .with("created", line.created().toString())
                .with("state", line.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with(
                        "keepUntil",
                        line.retention().floor().map(RetentionCommand::json).orElse(new JsonNull()))
                .with(
                        "dueSince",
                        line.retention().ceiling().map(RetentionCommand::json).orElse(new JsonNull()))
                .with("conflict", new JsonFlag(line.retention().conflict()))
                .with(
                        "unconfirmed",
                        line.retention().unconfirmed().stream()
                                .map(RetentionCommand::json)
                                .toList())
                .with(
                        "holds",
                        new JsonArray(
                                line.holds().stream().<Json>map(Json::number).toList()))
                .build();
    }

    private static Json json(Retention.Term term) {
        return Json.object()
                .with("at", term.until().toString())
                .with("inEffect", new JsonFlag(term.running()))
                .with("rule", term.rule().id())
                .with("framework", JsonOutput.text(term.rule().framework().map(id -> id.value())))
                .with("citation", term.rule().citation())
                .build();
    }
}
