package org.cairn.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Sample;
import org.cairn.app.workspace.SampleKind;
import org.cairn.app.workspace.SampleMethod;
import org.cairn.app.workspace.SampleRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "draw",
        description = "Draws a sample that anyone can draw again from its seed.",
        mixinStandardHelpOptions = true)
final class SampleDrawCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(
            names = "--of",
            required = true,
            paramLabel = "WHAT",
            description = "evidence, answers, controls or requirements.")
    private SampleKind of = SampleKind.EVIDENCE;

    @Option(names = "--size", paramLabel = "N", description = "How many; not needed with --method all.")
    private int size = 0;

    @Option(names = "--method", paramLabel = "METHOD", description = "random (the default), systematic or all.")
    private SampleMethod method = SampleMethod.RANDOM;

    @Option(
            names = "--seed",
            paramLabel = "HEX",
            description = "64 hexadecimal digits, best named by the auditor; else drawn here.")
    private String seed = "";

    @Option(names = "--framework", paramLabel = "ID", description = "Of answers and requirements.")
    private String framework = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Of answers their status, of controls their outcome, of requirements their state.")
    private String state = "";

    @Option(names = "--collector", paramLabel = "ID", description = "Of evidence.")
    private String collector = "";

    @Option(names = "--from", paramLabel = "DAY", description = "The first day on which evidence was observed (UTC).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "The last.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the draw; the file must not exist.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--record",
            paramLabel = "ROW",
            description = "Records the draw as evidence on this control or requirement, so that packs hold it.")
    private String record = "";

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    SampleDrawCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        SampleRequest request = request();
        if (!record.isEmpty() && out.isEmpty()) {
            throw new Refused("--record needs --out FILE: what is recorded is that file");
        }
        Optional<EvidenceId> recorded = Optional.empty();
        Sample sample;
        try (Workspace open = workspace.open(context, record.isEmpty() ? Access.READ : Access.WRITE)) {
            sample = open.sampling().draw(request);
            if (out.isPresent()) {
                write(sample, out.get());
            }
            if (!record.isEmpty()) {
                Subject row = Ids.subject(record);
                recorded = Optional.of(open.attach(out.orElseThrow(), row, title(sample)));
            }
        }
        print(sample, recorded);
        return ExitCode.DONE;
    }

    private static String title(Sample sample) {
        return "Sample: " + sample.drawn().size() + " of " + sample.population().size() + " "
                + sample.request().of().code();
    }

    private SampleRequest request() throws Refused {
        if (method != SampleMethod.ALL && size < 1) {
            throw new Refused("say how many with --size N, or take all with --method all");
        }
        AsOf asOf = times.asOf(context.environment().clock().instant());
        return new SampleRequest(
                of,
                new SampleRequest.Filter(
                        framework.isEmpty() ? Optional.empty() : Optional.of(Ids.framework(framework)),
                        Optional.of(state).filter(given -> !given.isEmpty()),
                        Optional.of(collector).filter(given -> !given.isEmpty()).map(CollectorId::new),
                        day(from),
                        day(to)),
                size,
                method,
                seed.isEmpty() ? Optional.empty() : Optional.of(seed()),
                asOf);
    }

    private static Optional<LocalDate> day(Optional<String> typed) throws Refused {
        return typed.isPresent() ? Optional.of(When.day(typed.get())) : Optional.empty();
    }

    private Bytes seed() throws Refused {
        if (!seed.matches("[0-9a-fA-F]{" + 2 * SampleRequest.SEED_SIZE_BYTES + "}")) {
            throw new Refused("a seed has 64 hexadecimal digits, such as the SHA-256 of a sentence");
        }
        return Bytes.copyOf(HexFormat.of().parseHex(seed));
    }

    private static void write(Sample sample, Path file) throws Refused {
        try {
            Files.write(file, Json.write(sample.json()).toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + "); it must not exist yet");
        }
    }

    private void print(Sample sample, Optional<EvidenceId> recorded) {
        PrintStream print = context.terminal().out();
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        print,
                        Json.object()
                                .with("sample", sample.json())
                                .with("evidence", JsonOutput.text(recorded.map(EvidenceId::hex)))
                                .build());
            case CSV -> {
                Csv csv = new Csv(print);
                csv.row("index", "item");
                sample.drawn().forEach(index -> csv.row(Integer.toString(index), sample.item(index)));
            }
            case TABLE -> {
                Table table = new Table("index", "item");
                sample.drawn().forEach(index -> table.row(Integer.toString(index), sample.item(index)));
                table.printTo(print);
                context.terminal().say(title(sample) + ", seed " + sample.seed().hex());
                context.terminal().say("population, SHA-256 " + Fingerprints.grouped(sample.digest()));
            }
        }
        if (!sample.named()) {
            context.terminal()
                    .say("The seed was drawn here, so it could have been drawn until it pleased. Let the auditor name"
                            + " one: --seed HEX");
        }
    }
}
