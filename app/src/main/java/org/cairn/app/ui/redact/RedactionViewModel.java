package org.cairn.app.ui.redact;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.preview.Preview;
import org.cairn.app.preview.Previews;
import org.cairn.app.redaction.Cut;
import org.cairn.app.redaction.Redactable;
import org.cairn.app.redaction.Redacted;
import org.cairn.app.redaction.RedactionException;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.EvidenceBearing;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.RedactionRequest;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Source;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.proof.Bytes;

/// What is to be taken out of a copy of one piece of evidence. Nothing is recorded before the copy was looked at as it
/// would be. Confined to the UI executor.
public final class RedactionViewModel {
    private static final Pattern LINES = Pattern.compile("([0-9]{1,8})(?:-([0-9]{1,8}))?");
    private static final Pattern BOX = Pattern.compile("([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})[x×]([0-9]{1,5})");

    private final Desk desk;
    private final Library library;
    private final Consumer<EvidenceId> recorded;
    private final Texts texts = Texts.beside(RedactionViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<RecordedEvidence>> of = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Read>> read = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Cut> cuts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Copy>> copy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Doing doing;
    private int file;

    /// @param recorded hears of a copy that was recorded
    public RedactionViewModel(Desk desk, Library library, Consumer<EvidenceId> recorded) {
        this.desk = desk;
        this.library = library;
        this.recorded = recorded;
        this.doing = new Doing(desk);
    }

    /// @param number as packs number it
    record FileOf(int number, String name) {}

    /// What is shown of a file.
    sealed interface Shown {
        record Lines(List<String> lines) implements Shown {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /// @param width  of the original, whose pixels boxes are given in
        record Picture(BufferedImage image, int width, int height) implements Shown {}

        /// @param why in words
        record Nothing(String why) implements Shown {}
    }

    /// @param rows that the piece bears on
    record Read(List<FileOf> files, int number, Shown shown, String rows) {
        Read {
            files = List.copyOf(files);
        }
    }

    /// How the copy would be.
    /// @param removed how much was taken out
    record Copy(Shown shown, String removed) {}

    /// The piece that is worked on; empty while none is.
    public ReadOnlyObjectProperty<Optional<RecordedEvidence>> of() {
        return of.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Read>> read() {
        return read.getReadOnlyProperty();
    }

    ObservableList<Cut> cuts() {
        return cuts;
    }

    /// Empty until it was looked at, and again once something else is to be taken out.
    ReadOnlyObjectProperty<Optional<Copy>> copy() {
        return copy.getReadOnlyProperty();
    }

    Doing doing() {
        return doing;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    /// Whether something was chosen that is not recorded.
    public boolean unsaved() {
        return of.get().isPresent() && !cuts.isEmpty();
    }

    public void begin(RecordedEvidence piece) {
        leave();
        of.set(Optional.of(piece));
        load(piece, Optional.empty());
    }

    public void leave() {
        of.set(Optional.empty());
        read.set(Optional.empty());
        copy.set(Optional.empty());
        cuts.clear();
        doing.forget();
    }

    void choose(FileOf other) {
        if (of.get().isPresent()
                && read.get().filter(now -> now.number() == other.number()).isEmpty()) {
            cuts.clear();
            copy.set(Optional.empty());
            load(of.get().get(), Optional.of(other.number()));
        }
    }

    private void load(RecordedEvidence piece, Optional<Integer> number) {
        doing.ask(() -> reading(piece, number), found -> {
            if (of.get().map(RecordedEvidence::id).equals(Optional.of(piece.id()))) {
                file = found.number();
                read.set(Optional.of(found));
            }
        });
    }

    private Read reading(RecordedEvidence piece, Optional<Integer> number) throws WorkspaceException {
        List<Source> sources = piece.evidence().sources();
        List<Artefact> kept = desk.workspace().artefacts(piece.id());
        List<FileOf> files = kept.stream()
                .map(each ->
                        new FileOf(sources.indexOf(each.source()), each.source().location()))
                .toList();
        if (kept.isEmpty()) {
            return new Read(files, 0, new Shown.Nothing(texts.text("nothing")), "");
        }
        int chosen = number.orElseGet(() -> files.getFirst().number());
        Artefact meant = kept.stream()
                .filter(each -> sources.indexOf(each.source()) == chosen)
                .findFirst()
                .orElseThrow();
        return new Read(files, chosen, shown(desk.workspace().content(meant.payload())), rows(piece));
    }

    private Shown shown(Bytes content) {
        try {
            return switch (Redactable.of(content)) {
                case Redactable.Text text -> new Shown.Lines(text.lines());
                case Redactable.Picture _ -> picture(content);
            };
        } catch (RedactionException e) {
            return new Shown.Nothing(String.valueOf(e.getMessage()));
        }
    }

    private Shown picture(Bytes content) {
        String name = (content.slice(0, 1).toByteArray()[0] & 0xFF) == 0x89 ? "picture.png" : "picture.jpeg";
        return Previews.of(name, content, 0, () -> false) instanceof Preview.Picture found
                ? new Shown.Picture(found.image(), found.width(), found.height())
                : new Shown.Nothing(texts.text("nothing.picture"));
    }

    private String rows(RecordedEvidence piece) throws WorkspaceException {
        Snapshot now = desk.now();
        FrameworkLibrary frameworks = now.state().library();
        EvidenceBearing bearing =
                EvidenceBearing.of(piece, now.posture(), new Knowledge(() -> frameworks, library::checks));
        return Stream.<Subject>concat(
                        bearing.controls().stream().map(on -> on.control().id()),
                        bearing.requirements().stream()
                                .map(on -> on.requirement().requirement().id()))
                .map(Subject::text)
                .collect(Collectors.joining("; "));
    }

    void words(String typed) {
        if (typed.isBlank()) {
            doing.refuse("W-CUT", texts.text("words.missing"));
        } else {
            add(new Cut.Words(typed.strip()));
        }
    }

    /// @param typed a line or lines, as 12 or 12-15
    void lines(String typed) {
        Matcher form = LINES.matcher(typed.strip());
        int first = form.matches() ? Integer.parseInt(form.group(1)) : 0;
        int last = form.matches() && form.group(2) != null ? Integer.parseInt(form.group(2)) : first;
        if (first < 1 || last < first) {
            doing.refuse("W-CUT", texts.text("line.wrong", typed));
        } else {
            add(new Cut.Lines(first, last));
        }
    }

    /// @param typed as 10,20,300x40
    void box(String typed) {
        Matcher form = BOX.matcher(typed.strip());
        if (form.matches()) {
            box(
                    Integer.parseInt(form.group(1)),
                    Integer.parseInt(form.group(2)),
                    Integer.parseInt(form.group(3)),
                    Integer.parseInt(form.group(4)));
        } else {
            doing.refuse("W-CUT", texts.text("box.wrong", typed));
        }
    }

    void box(int x, int y, int width, int height) {
        if (width < 1 || height < 1) {
            doing.refuse("W-CUT", texts.text("box.empty"));
        } else {
            add(new Cut.Box(x, y, width, height));
        }
    }

    private void add(Cut cut) {
        doing.forget();
        copy.set(Optional.empty());
        if (!cuts.contains(cut)) {
            cuts.add(cut);
        }
    }

    void remove(Cut cut) {
        copy.set(Optional.empty());
        cuts.remove(cut);
    }

    String name(Cut cut) {
        return switch (cut) {
            case Cut.Words words -> texts.text("cut.words", words.text());
            case Cut.Lines lines ->
                lines.first() == lines.last()
                        ? texts.text("cut.line", lines.first())
                        : texts.text("cut.lines", lines.first(), lines.last());
            case Cut.Box box -> texts.text("cut.box", box.width(), box.height(), box.x(), box.y());
        };
    }

    private RedactionRequest request(EvidenceId id, String reason, List<Subject> rows) {
        return new RedactionRequest(id, OptionalInt.of(file), cuts, reason, rows);
    }

    /// Makes the copy and shows it; records nothing.
    void look() {
        of.get().ifPresent(piece -> {
            copy.set(Optional.empty());
            RedactionRequest request = request(piece.id(), "", List.of());
            doing.ask(
                    () -> {
                        Redacted redacted = desk.workspace().redacting().look(request);
                        return new Copy(shown(redacted.content()), redacted.removed());
                    },
                    seen -> {
                        if (request.cuts().equals(List.copyOf(cuts))) {
                            copy.set(Optional.of(seen));
                        }
                    });
        });
    }

    /// @param rows with semicolons between
    void record(String reason, String rows) {
        if (of.get().isEmpty() || copy.get().isEmpty()) {
            doing.refuse("W-CUT", texts.text("look.first"));
            return;
        }
        if (reason.isBlank()) {
            doing.refuse("W-CUT", texts.text("reason.missing"));
            return;
        }
        List<Subject> subjects = new ArrayList<>();
        for (String row : rows.split(";", -1)) {
            try {
                if (!row.isBlank()) {
                    subjects.add(Subject.parse(row.strip()));
                }
            } catch (IllegalArgumentException _) {
                doing.refuse("W-CUT", texts.text("rows.wrong", row));
                return;
            }
        }
        RedactionRequest request = request(of.get().get().id(), reason.strip(), subjects);
        doing.change(() -> desk.workspace().redacting().record(request), piece -> {
            leave();
            recorded.accept(piece.id());
            return texts.text("done", piece.id().shortForm(), piece.entry());
        });
    }
}
