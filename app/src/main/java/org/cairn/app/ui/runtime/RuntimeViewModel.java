package org.cairn.app.ui.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.IncidentFiles;
import org.cairn.causality.Edge;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.picture.Drawing;
import org.cairn.causality.picture.Fold;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Selector;
import org.cairn.causality.query.Window;
import org.cairn.reports.incident.IncidentModel;

/// Logs that were opened, the question that was asked last, and its answer. Confined to the UI executor.
public final class RuntimeViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(RuntimeViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<ReadLogs>> read = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Detail> detail = new ReadOnlyObjectWrapper<>(Detail.NONE);
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<LogLine> logs = FXCollections.observableArrayList();
    private final ObservableList<Destination> destinations = FXCollections.observableArrayList();
    private final ObservableList<EdgeLine> edges = FXCollections.observableArrayList();
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(Window.ALWAYS);
    private final Set<Fold.Key> open = new HashSet<>();
    private long asked;
    private long chosen;
    private final DeviationsViewModel deviations;

    public RuntimeViewModel(Desk desk) {
        this.desk = desk;
        this.deviations = new DeviationsViewModel(desk, texts, read.getReadOnlyProperty());
    }

    DeviationsViewModel deviations() {
        return deviations;
    }

    ZoneId zone() {
        return desk.zone();
    }

    /// @param said format, records, refused records and gaps
    public record LogLine(String file, String said) {}

    /// One line of the table.
    record EdgeLine(Edge edge, String time, String cause, String how, String effect) {}

    /// An answer that can be shown.
    /// @param said what was left out and what the record cannot speak about
    record Answer(Question question, Question.Found found, Subject subject, Drawing drawing, String said) {}

    /// What is known of what was chosen.
    /// @param raw its lines in the logs
    record Detail(String words, List<Edge> edges, List<String> raw) {
        static final Detail NONE = new Detail("", List.of(), List.of());
    }

    Texts texts() {
        return texts;
    }

    ReadOnlyObjectProperty<Optional<ReadLogs>> read() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Detail> detail() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    public ObservableList<LogLine> logs() {
        return logs;
    }

    ObservableList<Destination> destinations() {
        return destinations;
    }

    ObservableList<EdgeLine> edges() {
        return edges;
    }

    /// The span of time that questions are about.
    ObjectProperty<Window> window() {
        return window;
    }

    /// @param files one list of logs that `cairn runtime import` wrote, or logs; those of one host as they were written
    /// @param host  what to call the host where records do not say
    public void open(List<Path> files, String host) {
        if (files.isEmpty() || work.get().running()) {
            return;
        }
        begin(texts.text("reading", files.size()));
        desk.ask(
                () -> ReadLogs.of(files, host.isBlank() ? texts.text("unnamed") : host.strip()),
                this::show,
                this::failed);
    }

    private void show(ReadLogs now) {
        work.set(new LongWork.Idle());
        told.set(Optional.empty());
        window.set(Window.ALWAYS);
        open.clear();
        answer.set(Optional.empty());
        edges.clear();
        detail.set(Detail.NONE);
        logs.setAll(now.record().logs().stream().map(this::line).toList());
        destinations.setAll(now.destinations());
        read.set(Optional.of(now));
    }

    private LogLine line(IngestSummary log) {
        return new LogLine(
                log.source().location(),
                texts.text(
                        "log.said",
                        log.format().id(),
                        log.records(),
                        log.rejectedRecords(),
                        log.coverage().gapCount()));
    }

    /// @param thing as `cairn runtime --help` names things; blank where the question is about everything
    /// @param other where a path leads to
    void ask(Question.Kind kind, String thing, String other) {
        Optional<Selector> about = Selector.parse(thing.strip());
        Optional<Selector> to = Selector.parse(other.strip());
        Question question = new Question(kind, about, to, window.get(), Optional.empty());
        boolean nonsense = about.isEmpty() && !thing.isBlank() || to.isEmpty() && !other.isBlank();
        boolean missing = question.needsThing() && about.isEmpty() || kind == Question.Kind.PATH && to.isEmpty();
        if (nonsense || missing) {
            told.set(Optional.of(texts.text("how-named")));
            return;
        }
        ask(question);
    }

    /// What led to one edge, which is marked as the place where things went another way.
    void why(Edge event) {
        ask(Question.whyOf(event));
    }

    private void ask(Question question) {
        open.clear();
        draw(question);
    }

    /// Shows every thing in a fold, or folds it again.
    void toggle(Fold.Key fold) {
        if (!open.remove(fold)) {
            open.add(fold);
        }
        answer.get().ifPresent(shown -> draw(shown.question()));
    }

    private void draw(Question question) {
        if (read.get().isEmpty()) {
            return;
        }
        ReadLogs logs = read.get().get();
        Set<Fold.Key> opened = Set.copyOf(open);
        long mine = ++asked;
        begin(texts.text("asking"));
        desk.ask(
                () -> answered(logs, question, opened),
                found -> {
                    if (mine == asked) {
                        show(found);
                    }
                },
                this::failed);
    }

    private Answer answered(ReadLogs logs, Question question, Set<Fold.Key> opened) {
        Question.Found found = question.ask(logs.record().graph());
        Subject subject = new Subject(logs.record().graph(), found.edges(), found.meant(), question.event());
        Drawing drawing = LayeredLayout.of(
                subject, Folding.of(subject, opened), ShownWords.in(texts), logs.names(), LayeredLayout.Form.STRIP);
        return new Answer(question, found, subject, drawing, new AnswerSaid(texts).of(logs.record(), question, found));
    }

    private void show(Answer now) {
        work.set(new LongWork.Idle());
        boolean nothing = now.found().edges().isEmpty();
        told.set(nothing ? Optional.of(texts.text("nothing")) : Optional.empty());
        LineWords words = new LineWords(now.subject().graph(), ShownWords.in(texts));
        edges.setAll(now.subject().edges().stream().map(words::line).toList());
        detail.set(Detail.NONE);
        answer.set(Optional.of(now));
    }

    /// Tells all about something in the picture or the table, with its raw lines.
    void choose(String words, List<Edge> behind) {
        long mine = ++chosen;
        detail.set(new Detail(words, behind, List.of()));
        read.get()
                .ifPresent(logs -> desk.ask(
                        () -> logs.rawLines(behind),
                        raw -> {
                            if (mine == chosen) {
                                detail.set(new Detail(words, behind, raw));
                            }
                        },
                        this::failed));
    }

    /// Writes the picture that is shown, laid out for a page.
    void save(Path file) {
        Optional<ReadLogs> logs = read.get();
        Optional<Answer> shown = answer.get();
        if (logs.isEmpty() || shown.isEmpty()) {
            return;
        }
        Set<Fold.Key> opened = Set.copyOf(open);
        begin(texts.text("saving"));
        desk.ask(
                () -> {
                    Files.write(file, svg(logs.get(), shown.get(), opened));
                    return texts.text("saved", file.toString());
                },
                words -> {
                    work.set(new LongWork.Idle());
                    told.set(Optional.of(words));
                },
                this::failed);
    }

    /// Writes an incident file about the first thing that was chosen, signed. That it is known begins now; another
    /// moment can be given on the command line.
    void incident(Path file) {
        Optional<ReadLogs> logs = read.get();
        Optional<Edge> event = detail.get().edges().stream().findFirst();
        if (logs.isEmpty() || event.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        List<IncidentModel.Departure> departures = deviations.departures(event.get());
        begin(texts.text("saving-incident"));
        desk.ask(
                () -> {
                    Incident incident = Incident.of(logs.get().record(), event.get());
                    IncidentFiles.Draft draft =
                            new IncidentFiles.Draft(incident, departures, now, desk.zone(), texts.language());
                    Files.write(file, desk.workspace().incident(draft, now).toByteArray());
                    return texts.text("saved", file.toString());
                },
                words -> {
                    work.set(new LongWork.Idle());
                    told.set(Optional.of(words));
                },
                this::failed);
    }

    private byte[] svg(ReadLogs logs, Answer shown, Set<Fold.Key> opened) {
        PictureWords words = ShownWords.in(texts);
        Drawing page = LayeredLayout.of(
                shown.subject(), Folding.of(shown.subject(), opened), words, logs.names(), LayeredLayout.Form.PAGE);
        String title = texts.text("kind." + Texts.keyOf(shown.question().kind()));
        return new SvgPicture(
                        page,
                        title,
                        ShownWords.legend(texts),
                        shown.said().lines().toList())
                .bytes()
                .toByteArray();
    }

    private void begin(String doing) {
        work.set(new LongWork.Running(doing, OptionalDouble.empty(), false));
    }

    private void failed(Problem why) {
        work.set(new LongWork.Failed(why));
    }
}
