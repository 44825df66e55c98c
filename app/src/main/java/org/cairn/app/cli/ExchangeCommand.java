package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.cairn.app.exchange.Card;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Conflict;
import org.cairn.app.workspace.Exchange;
import org.cairn.app.workspace.ExportSummary;
import org.cairn.app.workspace.ImportSummary;
import org.cairn.app.workspace.PeerState;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exchange",
        description = "Exchanges signed bundles with another offline laptop and decides where answers disagree.",
        synopsisSubcommandLabel = "(pair | export | import | status | conflicts | decide)",
        mixinStandardHelpOptions = true)
final class ExchangeCommand {
    private final CommandContext context;

    ExchangeCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "pair",
            description = "Writes this workspace's card, or accepts another's once its fingerprint was compared.",
            mixinStandardHelpOptions = true)
    int pair(
            @Mixin WorkspaceOptions workspace,
            @Parameters(arity = "0..1", paramLabel = "CARD", description = "The other workspace's card.")
                    Optional<Path> card,
            @Option(names = "--out", paramLabel = "FILE", description = "Writes this workspace's card.")
                    Optional<Path> out,
            @Option(
                            names = "--fingerprint",
                            paramLabel = "HEX",
                            description = "What the other laptop shows for its card, at least 16 digits.")
                    Optional<String> fingerprint,
            @Option(names = "--compared", description = "Says that you compared the whole fingerprint by eye.")
                    boolean compared,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        if (card.isPresent() == out.isPresent()) {
            throw new Refused("give either --out FILE, to write this workspace's card, or the other's CARD");
        }
        if (card.isPresent()) {
            Card read = Exchange.readCard(card.get());
            if (fingerprint.isEmpty() && !compared) {
                new ExchangePrinting(context.terminal(), format).card(read, "not paired yet");
                context.terminal()
                        .say("Compare this with what the other laptop shows for its card, then run again with"
                                + " --fingerprint and the digits that it shows, or with --compared");
                return ExitCode.NO;
            }
            if (fingerprint.isPresent()) {
                requireSame(read, fingerprint.get());
            }
            try (Workspace open = workspace.open(context, Access.WRITE)) {
                open.exchange().pair(read);
                new ExchangePrinting(context.terminal(), format).card(read, "paired");
            }
        } else {
            try (Workspace open = workspace.open(context, Access.WRITE)) {
                Card own = open.exchange().writeCard(out.orElseThrow());
                new ExchangePrinting(context.terminal(), format).card(own, "written");
            }
        }
        return ExitCode.DONE;
    }

    private static void requireSame(Card card, String typed) throws Refused {
        String digits = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s:-]", "");
        String actual = card.fingerprint().hex();
        if (digits.length() < 16 || !actual.startsWith(digits)) {
            throw new Refused("the card's fingerprint is " + ExchangePrinting.grouped(actual)
                    + ", not what was typed. Nothing was recorded; ask for the card again, by another way");
        }
    }

    @Command(
            name = "export",
            description = "Writes a bundle with what the other laptop does not have yet.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--to", paramLabel = "ORIGIN", description = "The receiver's log; needed among several.")
                    Optional<String> to,
            @Option(names = "--since", paramLabel = "SIZE", description = "Begins at this entry instead.")
                    Optional<Long> since,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.") Path out,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            OptionalLong from = since.map(OptionalLong::of).orElseGet(OptionalLong::empty);
            ExportSummary summary = open.exchange().export(to, from, out);
            new ExchangePrinting(context.terminal(), format).exported(summary);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "import",
            description = "Checks a bundle in full and takes it over, or refuses it whole.",
            mixinStandardHelpOptions = true)
    int take(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "FILE", description = "A bundle.") Path file,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            ImportSummary summary =
                    open.exchange().take(file, step -> context.terminal().say(step.what()));
            List<Conflict> conflicts = open.exchange().conflicts();
            new ExchangePrinting(context.terminal(), format).imported(summary, conflicts.size());
        }
        return ExitCode.DONE;
    }

    @Command(name = "status", description = "How far each exchange has come.", mixinStandardHelpOptions = true)
    int status(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            PeerState.Overview overview = open.exchange().overview();
            new ExchangePrinting(context.terminal(), format).status(overview);
            return overview.peers().stream().anyMatch(peer -> peer.forks() > 0) ? ExitCode.NO : ExitCode.DONE;
        }
    }

    @Command(
            name = "conflicts",
            description = "Answers that were given without knowledge of each other, side by side.",
            mixinStandardHelpOptions = true)
    int conflicts(
            @Mixin WorkspaceOptions workspace,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<Conflict> conflicts = open.exchange().conflicts();
            new ExchangePrinting(context.terminal(), format).conflicts(conflicts);
            return conflicts.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    @Command(
            name = "decide",
            description = "Records which of the answers in conflict counts, and why.",
            mixinStandardHelpOptions = true)
    int decide(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "CONTROL", description = "As `exchange conflicts` shows it.") String subject,
            @Option(names = "--entry", paramLabel = "N", description = "The answer that counts, by its entry here.")
                    Optional<Long> entry,
            @Option(names = "--log", paramLabel = "ORIGIN", description = "The answer that counts, by its log.")
                    Optional<String> log,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        Subject about = Ids.subject(subject);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long chosen =
                    entry.isPresent() ? entry.get() : entryOf(open.exchange().conflicts(), about, log);
            long recorded = open.exchange().decide(about, chosen, reason);
            new ExchangePrinting(context.terminal(), format).decided(about, chosen, recorded);
        }
        return ExitCode.DONE;
    }

    private static long entryOf(List<Conflict> conflicts, Subject about, Optional<String> log) throws Refused {
        List<Long> entries = conflicts.stream()
                .filter(conflict -> conflict.subject().equals(about))
                .flatMap(conflict -> conflict.sides().stream())
                .filter(side -> log.filter(side.place().origin()::equals).isPresent())
                .map(side -> side.answer().entry())
                .toList();
        if (entries.size() != 1) {
            throw new Refused(about.text() + ": name the answer that counts with --entry, as `cairn exchange conflicts`"
                    + " shows it, or with --log where its log has one answer in conflict");
        }
        return entries.getFirst();
    }
}
