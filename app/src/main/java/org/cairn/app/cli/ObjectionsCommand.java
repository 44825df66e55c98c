package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.app.objection.AuditPeriod;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.app.objection.ObjectionWords;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Workspace;
import org.cairn.frameworks.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "objections",
        description = "What an auditor would object to, before a pack is handed over.",
        footer = "Exit code 1 while anything stands.",
        mixinStandardHelpOptions = true)
final class ObjectionsCommand implements Callable<Integer> {
    private static final int SHOWN = 12;

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--framework", paramLabel = "ID", description = "Of what a pack about it would hold.")
    private Optional<String> framework = Optional.empty();

    @Option(names = "--from", paramLabel = "DAY", description = "The first day of the period that is audited (UTC).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "The last.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", description = "One kind alone, e.g. stale, with every row.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--language", paramLabel = "CODE", description = "en or de.")
    private Language language = Language.EN;

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    ObjectionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        ObjectionScope scope = new ObjectionScope(
                framework.isPresent() ? Optional.of(Ids.framework(framework.get())) : Optional.empty(), period());
        Optional<ObjectionKind> only = kind.isPresent() ? Optional.of(kind(kind.get())) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<Objection> all = open.at(asOf).objections(scope).stream()
                    .filter(each -> only.isEmpty() || each.kind() == only.get())
                    .toList();
            print(all, only.isPresent() ? Integer.MAX_VALUE : SHOWN);
            return all.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private void print(List<Objection> all, int most) {
        ObjectionsText text = new ObjectionsText(ObjectionWords.in(language));
        PrintStream out = context.terminal().out();
        switch (format) {
            case TABLE -> text.print(out, all, most);
            case JSON -> JsonOutput.print(out, text.json(all));
            case CSV -> text.csv(out, all);
        }
    }

    private Optional<AuditPeriod> period() throws Refused {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            throw new Refused("a period has a first and a last day: give --from DAY and --to DAY");
        }
        LocalDate first = When.day(from.get());
        LocalDate last = When.day(to.get());
        if (last.isBefore(first)) {
            throw new Refused("--to " + last + " lies before --from " + first);
        }
        return Optional.of(new AuditPeriod(first, last));
    }

    private static ObjectionKind kind(String code) throws Refused {
        return Arrays.stream(ObjectionKind.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("no kind of objection '" + code + "'; there are "
                        + Arrays.stream(ObjectionKind.values())
                                .map(ObjectionKind::code)
                                .collect(Collectors.joining(", "))));
    }
}
