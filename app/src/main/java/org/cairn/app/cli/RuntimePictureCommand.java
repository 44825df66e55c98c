package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.picture.Drawing;
import org.cairn.causality.picture.EnglishWords;
import org.cairn.causality.picture.Figure;
import org.cairn.causality.picture.Fold;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.Forward;
import org.cairn.causality.query.ForwardAnswer;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "picture",
        description = "Draws what led to something, or what it reached, as one SVG file that fetches nothing.",
        mixinStandardHelpOptions = true)
final class RuntimePictureCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Mixin
    private RuntimeLimits limits = new RuntimeLimits();

    @Mixin
    private RuntimeWindow times = new RuntimeWindow();

    @Parameters(paramLabel = "THING", description = "As `cairn runtime --help` says.")
    private String thing = "";

    @Option(names = "--forward", description = "What it reached, instead of what led to it.")
    private boolean forward;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out = Path.of("");

    RuntimePictureCommand(CommandContext context) {
        this.context = context;
    }

    private record Found(List<Edge> edges, List<Pruned> pruned) {}

    @Override
    public Integer call() throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(context.environment().clock().instant());
        Set<Node> meant = RuntimeCommand.selector(thing).in(record.graph());
        if (meant.isEmpty()) {
            context.terminal().say("cairn: nothing in this record fits these words");
            return ExitCode.NO;
        }
        Found found = found(record, window, meant);
        Subject subject = new Subject(record.graph(), found.edges(), meant, Optional.empty());
        Figure figure = Folding.of(subject, Set.of());
        Drawing drawing = LayeredLayout.of(
                subject, figure, new EnglishWords(), RuntimeNotes.files(record), LayeredLayout.Form.PAGE);
        String title = (forward ? "What this reached: " : "What led to this: ") + thing;
        List<String> notes = RuntimeNotes.of(record, window, found.pruned());
        Bytes svg = new SvgPicture(drawing, title, SvgPicture.Legend.ENGLISH, notes).bytes();
        write(svg);
        print(record, window, figure, svg);
        return ExitCode.DONE;
    }

    private Found found(RuntimeRecord record, Window window, Set<Node> meant) throws Refused {
        if (forward) {
            ForwardAnswer answer = Forward.from(record.graph(), meant, window.first(), limits.limits());
            return within(window, answer.edges(), answer.pruned());
        }
        BackwardAnswer answer = Backward.from(record.graph(), meant, window.last(), limits.limits());
        return within(window, answer.edges(), answer.pruned());
    }

    private static Found within(Window window, Collection<Edge> edges, List<Pruned> pruned) {
        return new Found(edges.stream().filter(edge -> window.holds(edge.at())).toList(), pruned);
    }

    private void write(Bytes svg) throws Refused {
        try {
            Files.write(out, svg.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(out + ": exists; choose another name");
        } catch (IOException e) {
            throw new Refused(out + ": cannot be written to its end (" + e + "); remove what is there");
        }
    }

    private void print(RuntimeRecord record, Window window, Figure figure, Bytes svg) {
        int folded = figure.boxes().stream()
                .flatMap(box -> box.fold().stream())
                .mapToInt(Fold::things)
                .sum();
        RuntimeCoverage coverage = new RuntimeCoverage(record, window);
        if (options.format() == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("file", out.toString())
                            .with("sha256", Digest.sha256(svg).hex())
                            .with("boxes", figure.boxes().size())
                            .with("arrows", figure.arrows().size())
                            .with("thingsFolded", folded)
                            .with("thingsNotDrawn", figure.undrawn())
                            .with("coverage", coverage.json())
                            .build());
            return;
        }
        context.terminal()
                .out()
                .println(out + ": " + figure.boxes().size() + " boxes, "
                        + figure.arrows().size() + " arrows; " + folded + " things are drawn together, "
                        + figure.undrawn() + " not at all");
        coverage.printTo(context.terminal().out());
    }
}
