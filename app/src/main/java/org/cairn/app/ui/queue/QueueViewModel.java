package org.cairn.app.ui.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Hurdle;
import org.cairn.app.workspace.QueueLine;
import org.cairn.app.workspace.QueueLine.Waits;
import org.cairn.app.workspace.ReviewQueue;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;

/// What waits, and what the one at work can do about the lines that are marked. Confined to the UI executor.
public final class QueueViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(QueueViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Moments moments;
    private final Followed<List<QueueLine>> read;
    private final ObservableList<QueueLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<List<QueueLine>> marked = new SimpleObjectProperty<>(List.of());
    private final StringProperty reason = new SimpleStringProperty("");
    private final Doing recording;

    public QueueViewModel(Desk desk) {
        this.desk = desk;
        this.recording = new Doing(desk);
        this.moments = new Moments(desk.zone(), kit);
        this.read = new Followed<>(desk, now -> desk.workspace().queue().lines(now.state()));
        read.value().subscribe(now -> lines.setAll(now.orElse(List.of())));
    }

    /// What can be done with lines.
    enum Deed {
        ACCEPT,
        SEND_BACK,
        SIGN,
        REJECT,
        SUBMIT;

        boolean needsReason() {
            return this == ACCEPT || this == SEND_BACK || this == REJECT;
        }

        /// Whether a line is of the kind that it is done with, whatever is in its way.
        boolean concerns(QueueLine line) {
            return switch (this) {
                case ACCEPT -> line.waits() == Waits.REVIEW;
                case SEND_BACK -> line.waits() == Waits.REVIEW || line.event().equals("AnswerReviewed");
                case SIGN -> line.waits() == Waits.SIGNATURE;
                case REJECT -> line.waits() == Waits.SIGNATURE && !line.event().equals("AnswerReviewed");
                case SUBMIT -> line.waits() == Waits.SUBMISSION;
            };
        }
    }

    /// Whether a page shows it now: it is read only then.
    public void show(boolean seen) {
        read.show(seen);
    }

    ObservableList<QueueLine> lines() {
        return lines;
    }

    /// Whether it was read at least once.
    ObservableValue<Boolean> known() {
        return read.value().map(Optional::isPresent);
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    /// The lines that a person marked.
    ObjectProperty<List<QueueLine>> marked() {
        return marked;
    }

    /// Why, in a sentence: to accept and to send back.
    StringProperty reason() {
        return reason;
    }

    Doing recording() {
        return recording;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    /// With how many of the marked lines it would be done.
    int count(Deed deed) {
        return chosen(deed).size();
    }

    private List<QueueLine> chosen(Deed deed) {
        return marked.get().stream()
                .filter(line -> deed.concerns(line) && line.free())
                .toList();
    }

    /// What is in the way of marked lines, each reason once; empty where nothing is.
    Optional<String> inTheWay() {
        Set<Hurdle> hurdles = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        for (QueueLine line : marked.get()) {
            hurdles.addAll(line.hurdles());
            if (!line.free()) {
                ids.add(line.id());
            }
        }
        String why = hurdles.stream().map(this::words).collect(Collectors.joining(" "));
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(ids.size() == 1 ? ids.getFirst() + ": " + why : texts.text("barred", ids.size(), why));
    }

    String words(Hurdle hurdle) {
        return texts.text("hurdle." + hurdle.code());
    }

    void act(Deed deed) {
        List<QueueLine> chosen = chosen(deed);
        if (chosen.isEmpty() || !recording.free()) {
            return;
        }
        String why = reason.get().strip();
        if (deed.needsReason() && why.isEmpty()) {
            recording.refuse("W-WHY", texts.text("why.missing"));
            return;
        }
        recording.record(() -> done(deed, chosen, why), came -> came(deed, came));
    }

    /// @param done    with how many
    /// @param stopped why not with all
    private record Came(int done, Optional<Problem> stopped) {}

    private Came done(Deed deed, List<QueueLine> chosen, String why) {
        int done = 0;
        try {
            for (QueueLine line : chosen) {
                one(desk.workspace().queue(), deed, line, why);
                done++;
            }
            return new Came(done, Optional.empty());
        } catch (WorkspaceException e) {
            return new Came(done, Optional.of(Problem.of(e, kit)));
        }
    }

    private static void one(ReviewQueue queue, Deed deed, QueueLine line, String why) throws WorkspaceException {
        switch (deed) {
            case ACCEPT -> queue.accept(line, why);
            case SEND_BACK -> queue.sendBack(line, why);
            case SIGN -> queue.sign(line);
            case REJECT -> queue.reject(line, why);
            case SUBMIT -> queue.submit(line);
        }
    }

    private void came(Deed deed, Came came) {
        recording.came(
                came.done() == 0 ? Optional.empty() : Optional.of(texts.text("done." + Texts.keyOf(deed), came.done())),
                came.stopped());
        if (came.done() > 0) {
            reason.set("");
        }
    }

    /// What waits, in words.
    String waits(QueueLine line) {
        return texts.text("waits." + line.waits().code());
    }

    /// The kind of thing that waits.
    String what(QueueLine line) {
        return line.status()
                .map(status -> Mark.ofAnswer(status).word(kit))
                .orElseGet(
                        () -> texts.has("event." + line.event()) ? texts.text("event." + line.event()) : line.event());
    }

    String since(QueueLine line) {
        return moments.minute(line.since());
    }

    /// Where the line's row is looked at; empty where it is about none.
    static Optional<Place> leads(QueueLine line) {
        return line.subjects().stream().min(Comparator.comparing(Subject::text)).map(subject -> switch (subject) {
            case ControlId control -> new Place.ChecklistItem(control);
            case RequirementId requirement -> new Place.ChecklistReaching(requirement);
        });
    }
}
