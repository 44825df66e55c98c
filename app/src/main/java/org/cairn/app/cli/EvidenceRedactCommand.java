package org.cairn.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.app.redaction.Cut;
import org.cairn.app.redaction.Redacted;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.EvidenceBearing;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.RedactionRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "redact",
        description = "Records a copy of evidence with words, lines or parts of a picture taken out.",
        footer = "The original stays as it is, and the copy names it by the commitment in the ledger. `cairn pack"
                + " --withhold-redacted` hands out copies and withholds their originals. Look at the copy first"
                + " (--preview): nobody else can tell what had to be taken out.",
        mixinStandardHelpOptions = true)
final class EvidenceRedactCommand implements Callable<Integer> {
    private static final Pattern LINES = Pattern.compile("([0-9]{1,8})(?:-([0-9]{1,8}))?");
    private static final Pattern BOX = Pattern.compile("([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})x([0-9]{1,5})");
    private static final int MOST_WORDS = 10_000;

    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Parameters(
            paramLabel = "EVIDENCE",
            description = "Its id, at least 8 digits of it, or a collector for its newest.")
    private String original = "";

    @Option(names = "--file", paramLabel = "N", description = "Which of its files, as numbered in packs.")
    private Optional<Integer> file = Optional.empty();

    @Option(
            names = "--words",
            paramLabel = "TEXT",
            description = "Taken out wherever it stands, in capitals or not; may be given several times.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--words-from",
            paramLabel = "FILE",
            description = "Each line of this file is words to be taken out, so that the shell's history does not keep"
                    + " them.")
    private Optional<Path> wordsFrom = Optional.empty();

    @Option(names = "--lines", paramLabel = "A-B", description = "Whole lines, from 1; may be given several times.")
    private List<String> lines = new ArrayList<>();

    @Option(
            names = "--box",
            paramLabel = "X,Y,WxH",
            description = "Pixels of a PNG or JPEG, from the upper left corner; may be given several times.")
    private List<String> boxes = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown with the copy in reports.")
    private String reason = "";

    @Option(
            names = "--control",
            paramLabel = "ID",
            description = "What the copy is attached to; default: every control and requirement that the original bears"
                    + " on.")
    private List<String> subjects = new ArrayList<>();

    @Option(
            names = "--preview",
            paramLabel = "FILE",
            description = "Writes the copy to this new file, to be looked at, and records nothing.")
    private Optional<Path> preview = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    EvidenceRedactCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<Cut> cuts = cuts();
        List<Subject> about = new ArrayList<>();
        for (String subject : subjects) {
            about.add(Ids.subject(subject));
        }
        OptionalInt number = file.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        try (Workspace open = workspace.open(context, preview.isPresent() ? Access.READ : Access.WRITE)) {
            RecordedEvidence from = EvidenceCommand.find(open.evidence(), original);
            EvidenceId id = from.id();
            if (preview.isPresent()) {
                look(open, new RedactionRequest(id, number, cuts, reason, about), preview.get());
            } else {
                List<Subject> attached = about.isEmpty() ? bearing(open, from) : about;
                told(open.redacting().record(new RedactionRequest(id, number, cuts, reason, attached)), id);
            }
        }
        return ExitCode.DONE;
    }

    private void look(Workspace open, RedactionRequest request, Path into) throws WorkspaceException, Refused {
        Redacted redacted = open.redacting().look(request);
        try {
            Files.write(
                    into, redacted.content().toByteArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(into + ": is there already; name a new file");
        } catch (IOException e) {
            throw new Refused(into + ": cannot be written (" + e + ")");
        }
        context.terminal().out().println(Table.printable(into + ": " + redacted.removed() + "; nothing was recorded"));
    }

    private List<Subject> bearing(Workspace open, RecordedEvidence evidence) throws WorkspaceException {
        Knowledge shipped = context.environment().knowledge();
        Knowledge known = new Knowledge(open.frameworks()::library, shipped::checks);
        EvidenceBearing bearing = EvidenceBearing.of(evidence, open.postureNow(), known);
        return Stream.<Subject>concat(
                        bearing.controls().stream().map(on -> on.control().id()),
                        bearing.requirements().stream()
                                .map(on -> on.requirement().requirement().id()))
                .toList();
    }

    private void told(RecordedEvidence copy, EvidenceId from) {
        String removed = copy.evidence().fact("redaction").orElse("");
        if (format == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("evidence", copy.id().hex())
                            .with("entry", copy.entry())
                            .with("redacts", from.hex())
                            .with("removed", JsonOutput.text(removed))
                            .build());
        } else {
            context.terminal()
                    .out()
                    .println(Table.printable("entry " + copy.entry() + ": evidence "
                            + copy.id().shortForm() + " is a redacted copy of " + from.shortForm() + " (" + removed
                            + ")"));
        }
    }

    private List<Cut> cuts() throws Refused {
        List<Cut> cuts = new ArrayList<>();
        for (String text : words) {
            cuts.add(words(text, "--words"));
        }
        if (wordsFrom.isPresent()) {
            for (String text : read(wordsFrom.get())) {
                cuts.add(words(text, wordsFrom.get().toString()));
            }
        }
        for (String typed : lines) {
            Matcher read = matched(LINES, typed, "--lines takes a line like 12 or lines like 12-15");
            int first = Integer.parseInt(read.group(1));
            int last = read.group(2) == null ? first : Integer.parseInt(read.group(2));
            cuts.add(made(() -> new Cut.Lines(first, last), "--lines " + typed));
        }
        for (String typed : boxes) {
            Matcher read = matched(BOX, typed, "--box takes left, top, width and height in pixels, like 10,20,300x40");
            cuts.add(made(
                    () -> new Cut.Box(
                            Integer.parseInt(read.group(1)),
                            Integer.parseInt(read.group(2)),
                            Integer.parseInt(read.group(3)),
                            Integer.parseInt(read.group(4))),
                    "--box " + typed));
        }
        return cuts;
    }

    private static Cut words(String text, String where) throws Refused {
        return made(() -> new Cut.Words(text), where);
    }

    private static Cut made(Supplier<Cut> cut, String typed) throws Refused {
        try {
            return cut.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(typed + ": " + e.getMessage() + " cannot be taken out");
        }
    }

    private static Matcher matched(Pattern form, String typed, String takes) throws Refused {
        Matcher read = form.matcher(typed);
        if (!read.matches()) {
            throw new Refused(takes + ", not '" + typed + "'");
        }
        return read;
    }

    private static List<String> read(Path file) throws Refused {
        try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
            List<String> lines = all.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(MOST_WORDS + 1L)
                    .toList();
            if (lines.isEmpty() || lines.size() > MOST_WORDS) {
                throw new Refused(file + ": needs one to " + MOST_WORDS + " lines with words to be taken out");
            }
            return lines;
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(file + ": cannot be read as text in UTF-8 (" + e.getMessage() + ")");
        }
    }
}
