package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Calendar;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.calendar.Duty;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.Limit;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calendar",
        description = "What begins, ends and is due for this workspace: law, clocks, evidence, risk acceptances.",
        footer = "Days are days in UTC.",
        mixinStandardHelpOptions = true)
final class CalendarCommand implements Callable<Integer> {
    private static final int YEARS_SHOWN = 2;
    private static final String[] HEADS = {
        "day", "at (UTC)", "kind", "framework", "subject", "what", "citation", "scope"
    };

    /// How the calendar is written.
    enum CalendarFormat {
        TABLE,
        JSON,
        CSV,
        ICS
    }

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--from", paramLabel = "DAY", description = "The first day; default: today.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "The last day; default: two years after the first.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table, json, csv or ics (RFC 5545, for a calendar program).")
    private CalendarFormat format = CalendarFormat.TABLE;

    CalendarCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Instant now = context.environment().clock().instant();
        AsOf asOf = times.asOf(now);
        LocalDate first = from.isPresent()
                ? When.day(from.get())
                : LocalDate.ofInstant(asOf.validAt().orElse(now), ZoneOffset.UTC);
        LocalDate last = to.isPresent() ? When.day(to.get()) : first.plusYears(YEARS_SHOWN);
        if (last.isBefore(first)) {
            throw new Refused("--to " + last + " lies before --from " + first);
        }
        try (Workspace open = workspace.open(context, Access.READ)) {
            Calendar calendar = open.calendar(asOf, first, last);
            PrintStream out = context.terminal().out();
            switch (format) {
                case TABLE -> table(out, calendar);
                case JSON -> JsonOutput.print(out, json(calendar));
                case CSV -> csv(out, calendar);
                case ICS ->
                    out.print(ICalendar.of(calendar, context.environment().productVersion()));
            }
        }
        return ExitCode.DONE;
    }

    private static void table(PrintStream out, Calendar calendar) {
        out.println("from " + calendar.from() + " to " + calendar.to() + ", as known at "
                + calendar.asOf().knownAt());
        out.println();
        if (!calendar.overdue().isEmpty()) {
            out.println("overdue:");
            entries(out, calendar.overdue());
            out.println();
        }
        entries(out, calendar.entries());
        if (calendar.unscoped() > 0) {
            out.println();
            out.println(calendar.unscoped() + " of these wait for a fact of scope; `cairn scope show` has what to find"
                    + " out");
        }
        if (calendar.leftOut() > 0) {
            out.println();
            out.println(calendar.leftOut() + " days of law are left out: they are out of scope");
        }
        if (!calendar.withoutClock().isEmpty()) {
            out.println();
            out.println("recurring duties without a clock (cairn deadline start):");
            calendar.withoutClock()
                    .forEach(duty -> out.println("  " + duty.rule().id() + "  "
                            + duty.rule().title() + ": " + limits(duty.rule()) + mark(duty.bearing())));
        }
    }

    private static void entries(PrintStream out, List<CalendarEntry> entries) {
        Table table = new Table("day", "kind", "what");
        entries.forEach(entry -> table.row(
                entry.at().map(Instant::toString).orElse(entry.day().toString()),
                DeadlineJson.word(entry.kind()),
                entry.title() + mark(entry.bearing())));
        table.printTo(out);
    }

    private static String mark(Bearing bearing) {
        return bearing == Bearing.UNSCOPED ? " (unscoped)" : "";
    }

    private static void csv(PrintStream out, Calendar calendar) {
        Csv csv = new Csv(out);
        csv.row(HEADS);
        calendar.entries()
                .forEach(entry -> csv.row(
                        entry.day().toString(),
                        entry.at().map(Instant::toString).orElse(""),
                        DeadlineJson.word(entry.kind()),
                        entry.framework().map(FrameworkId::value).orElse(""),
                        entry.subject(),
                        entry.title(),
                        entry.citation(),
                        word(entry.bearing())));
    }

    private static String word(Bearing bearing) {
        return bearing.name().toLowerCase(Locale.ROOT);
    }

    private static Json json(Calendar calendar) {
        return Json.object()
                .with("from", calendar.from().toString())
                .with("to", calendar.to().toString())
                .with("validAt", calendar.asOf().validAt().toString())
                .with("knownAt", calendar.asOf().knownAt().toString())
                .with(
                        "overdue",
                        calendar.overdue().stream().map(CalendarCommand::json).toList())
                .with(
                        "entries",
                        calendar.entries().stream().map(CalendarCommand::json).toList())
                .with("leftOut", calendar.leftOut())
                .with(
                        "withoutClock",
                        calendar.withoutClock().stream()
                                .map(CalendarCommand::json)
                                .toList())
                .build();
    }

    private static Json json(CalendarEntry entry) {
        return Json.object()
                .with("day", entry.day().toString())
                .with("at", DeadlineJson.instant(entry.at()))
                .with("kind", DeadlineJson.word(entry.kind()))
                .with("framework", JsonOutput.text(entry.framework().map(FrameworkId::value)))
                .with("subject", entry.subject())
                .with("title", JsonOutput.text(entry.title()))
                .with("detail", JsonOutput.text(entry.detail()))
                .with("citation", entry.citation())
                .with("scope", word(entry.bearing()))
                .build();
    }

    private static Json json(Duty duty) {
        DeadlineRule rule = duty.rule();
        return Json.object()
                .with("rule", rule.id().value())
                .with("framework", rule.framework().value())
                .with("title", rule.title())
                .with("limits", limits(rule))
                .with("citation", rule.citation())
                .with("scope", word(duty.bearing()))
                .build();
    }

    private static String limits(DeadlineRule rule) {
        List<String> limits = rule.limits().stream().map(Limit::text).toList();
        return String.join("; ", limits);
    }
}
