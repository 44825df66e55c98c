package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Classification;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.HandedIn;
import org.cairn.app.workspace.RecordedDigests;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Records files as evidence, signed with the person's key, and attaches them.",
        footer = "Attached evidence never satisfies a control: it is what a person's answer rests on. All files are"
                + " looked at before the first is recorded.",
        mixinStandardHelpOptions = true)
final class EvidenceAddCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to record.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--control",
            paramLabel = "ID",
            description = "A control like NET-4 or a requirement like 'dora:Art. 9(4)(b)'; may be given several times.")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TEXT", description = "What it shows; default: the file's name.")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--effective",
            paramLabel = "DAY",
            description = "The day whose state it shows, apart from when it is recorded; default: now.")
    private Optional<String> effective = Optional.empty();

    @Option(names = "--expires", paramLabel = "DAY", description = "The last day on which it counts as attached.")
    private Optional<String> expires = Optional.empty();

    @Option(
            names = "--classification",
            paramLabel = "LEVEL",
            description = "public, internal, confidential or restricted.")
    private Optional<String> classification = Optional.empty();

    @Option(
            names = "--replaces",
            paramLabel = "ID",
            description = "The piece that this is a revision of. Both are kept; from --effective on the earlier one"
                    + " counts no more. Without --control it is attached to what the earlier one is.")
    private Optional<String> replaces = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    EvidenceAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (files.size() > 1 && (title.isPresent() || replaces.isPresent())) {
            throw new Refused("--title and --replaces are about one file; give the files one by one");
        }
        Optional<LocalDate> shows = day(effective);
        Optional<LocalDate> until = day(expires);
        Optional<Classification> level = level();
        List<Subject> about = new ArrayList<>();
        for (String subject : subjects) {
            about.add(Ids.subject(subject));
        }
        List<Json> done = new ArrayList<>();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Optional<EvidenceId> earlier =
                    replaces.isPresent() ? Optional.of(Ids.evidence(replaces.get(), open)) : Optional.empty();
            EvidenceByHand byHand = open.byHand();
            List<HandedIn> pieces = files.stream()
                    .map(file -> new HandedIn(
                            new HandedIn.OfFile(file, Optional.empty()),
                            title.orElseGet(() -> String.valueOf(file.getFileName())),
                            shows,
                            until,
                            level,
                            about,
                            earlier))
                    .toList();
            for (HandedIn piece : pieces) {
                byHand.check(piece);
            }
            RecordedDigests before = RecordedDigests.of(open.evidence());
            for (HandedIn piece : pieces) {
                done.add(told(piece, byHand.record(piece), before));
            }
        }
        if (format == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object().with("pieces", new JsonArray(done)).build());
        }
        return ExitCode.DONE;
    }

    private Json told(HandedIn piece, RecordedEvidence recorded, RecordedDigests before) {
        var source = recorded.evidence().sources().getFirst();
        Optional<RecordedEvidence> same = before.of(source.sha256());
        same.ifPresent(other -> context.terminal()
                .say(Table.printable(piece.content().name() + ": the same bytes are recorded as evidence "
                        + other.id().shortForm() + " already; now they are recorded twice")));
        if (format != Format.JSON) {
            context.terminal()
                    .out()
                    .println(Table.printable("entry " + recorded.entry() + ": "
                            + piece.content().name() + " is evidence "
                            + recorded.id().shortForm()
                            + piece.replaces()
                                    .map(earlier -> " and replaces " + earlier.shortForm())
                                    .orElse("")));
        }
        return Json.object()
                .with("file", JsonOutput.text(piece.content().name()))
                .with("evidence", recorded.id().hex())
                .with("entry", recorded.entry())
                .with("sha256", source.sha256().hex())
                .with("observedAt", recorded.evidence().observedAt().toString())
                .with("replaces", JsonOutput.text(piece.replaces().map(EvidenceId::hex)))
                .with("sameBytes", JsonOutput.text(same.map(other -> other.id().hex())))
                .build();
    }

    private static Optional<LocalDate> day(Optional<String> typed) throws Refused {
        return typed.isPresent() ? Optional.of(When.day(typed.get())) : Optional.empty();
    }

    private Optional<Classification> level() throws Refused {
        if (classification.isEmpty()) {
            return Optional.empty();
        }
        Optional<Classification> level = Classification.parse(classification.get());
        if (level.isEmpty()) {
            throw new Refused("--classification takes one of "
                    + String.join(
                            ", ",
                            Arrays.stream(Classification.values())
                                    .map(Classification::word)
                                    .toList()));
        }
        return level;
    }
}
