package org.cairn.app.ui.audit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.audit.AuditWords;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AuditReviews;
import org.cairn.app.workspace.AuditorKey;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.FollowUpWords;
import org.cairn.app.workspace.HistoryLine;
import org.cairn.app.workspace.ReceivedReview;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.KeyId;

/// Takes in reviews that auditors signed, and answers their remarks. Confined to the UI executor.
public final class AuditViewModel {
    /// So many digits of a fingerprint, read out over the telephone, nobody makes a second key for.
    static final int DIGITS_COMPARED = 16;

    private static final Comparator<MarkedItem> WORK_FIRST = Comparator.comparing(
                    (MarkedItem mark) -> !mark.mark().asksForWork())
            .thenComparing(mark -> mark.item().text());

    private final Desk desk;
    private final Texts texts = Texts.beside(AuditViewModel.class);
    private final FollowUpWords words = new FollowUpWords(texts.language());
    private final Moments moments;
    private final Followed<List<FollowUp>> read;
    private final ObservableList<FollowUp> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FollowUp>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final Followed<List<HistoryLine>> since;
    private final ReadOnlyObjectWrapper<Optional<ReceivedReview>> received =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Doing receiving;
    private final Doing answering;

    public AuditViewModel(Desk desk) {
        this.desk = desk;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.receiving = new Doing(desk);
        this.answering = new Doing(desk);
        this.read = new Followed<>(desk, now -> now.state().followUps());
        this.since = new Followed<>(desk, this::candidates);
        read.value().subscribe(now -> refresh(now.orElse(List.of())));
        selected.subscribe(_ -> since.again());
    }

    private void refresh(List<FollowUp> fresh) {
        Optional<Long> kept = selected.get().map(FollowUp::entry);
        lines.setAll(fresh);
        selected.set(fresh.stream()
                .filter(line -> kept.equals(Optional.of(line.entry())))
                .findFirst());
    }

    void show(boolean seen) {
        read.show(seen);
        since.show(seen);
    }

    ObservableList<FollowUp> lines() {
        return lines;
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    ObjectProperty<Optional<FollowUp>> selected() {
        return selected;
    }

    /// A review that was checked and is not recorded.
    ReadOnlyObjectProperty<Optional<ReceivedReview>> received() {
        return received.getReadOnlyProperty();
    }

    /// What was recorded about the selected item since the pack, newest first.
    ObservableValue<Optional<List<HistoryLine>>> since() {
        return since.value();
    }

    Doing receiving() {
        return receiving;
    }

    Doing answering() {
        return answering;
    }

    ObservableValue<String> counts() {
        return read.value().map(all -> words.counts(all.orElse(List.of()), today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.now().times().validAt(), ZoneOffset.UTC);
    }

    boolean overdue(FollowUp line) {
        return line.overdue(today());
    }

    String mark(FollowUp line) {
        return Texts.sentence(words.mark(line.mark()));
    }

    String state(FollowUp line) {
        return Texts.sentence(words.state(line, today()));
    }

    String due(FollowUp line) {
        return line.due().map(moments::day).orElse("");
    }

    String remark(FollowUp line) {
        return line.remark().orElseGet(words::erased);
    }

    static String item(AuditItem item) {
        return switch (item) {
            case AuditItem.Row(Subject subject) -> subject.text();
            case AuditItem.Piece(EvidenceId piece) -> piece.shortForm();
        };
    }

    /// Where what is remarked on is looked at.
    static Place leads(FollowUp line) {
        return switch (line.item()) {
            case AuditItem.Row(Subject subject) ->
                switch (subject) {
                    case ControlId control -> new Place.ChecklistItem(control);
                    case RequirementId requirement -> new Place.ChecklistReaching(requirement);
                };
            case AuditItem.Piece(EvidenceId piece) -> new Place.EvidenceItem(piece);
        };
    }

    /// What can answer is younger than the pack; the entry of its issue is the first that it did not see.
    private List<HistoryLine> candidates(Snapshot now) throws Exception {
        Optional<FollowUp> line = selected.get();
        if (line.isEmpty() || !(line.get().item() instanceof AuditItem.Row(Subject subject))) {
            return List.of();
        }
        return now.state().history(subject).reversed().stream()
                .filter(each -> each.entry() > line.get().pack())
                .toList();
    }

    /// Who recorded what, and when.
    String words(HistoryLine line) {
        String what = line.status()
                .map(status -> Mark.ofAnswer(status).word(Texts.beside(Texts.class)))
                .orElseGet(() -> texts.text("answer.linked", line.evidence().size()));
        return texts.text("answer.candidate", moments.minute(line.recordedAt()), line.actor(), what)
                + line.note().map(note -> ": " + note.replace('\n', ' ')).orElse("");
    }

    /// Checks a file and shows what is in it; records nothing.
    void receive(Path file) {
        received.set(Optional.empty());
        receiving.ask(() -> desk.workspace().auditReviews().check(file), review -> received.set(Optional.of(review)));
    }

    void leave() {
        received.set(Optional.empty());
        receiving.forget();
    }

    boolean unknown(ReceivedReview review) {
        return review.key() instanceof AuditorKey.Unknown;
    }

    String key(ReceivedReview review) {
        return switch (review.key()) {
            case AuditorKey.Enrolled _ -> texts.text("key.enrolled");
            case AuditorKey.AcceptedBefore(long earlier) -> texts.text("key.accepted", earlier);
            case AuditorKey.Unknown _ -> texts.text("key.unknown");
        };
    }

    String head(ReceivedReview review) {
        return texts.text(
                "received.head",
                review.review().auditor(),
                moments.minute(review.review().signedAt()),
                review.review().pack().packId(),
                review.pack());
    }

    String sum(ReceivedReview review) {
        return texts.text(
                "received.counts",
                review.counts().accepted(),
                review.counts().objections(),
                review.counts().moreNeeded(),
                review.counts().unmarked());
    }

    /// Every mark; what asks for work first.
    List<MarkLine> marks(ReceivedReview review) {
        Map<AuditItem, ListedItem> listed = new HashMap<>();
        review.items().forEach(item -> listed.put(item.item(), item));
        List<MarkLine> marks = new ArrayList<>();
        review.review().marks().stream()
                .sorted(WORK_FIRST)
                .forEach(mark -> marks.add(new MarkLine(
                        item(mark.item()),
                        Optional.ofNullable(listed.get(mark.item()))
                                .map(item -> item.title() + " · " + item.state())
                                .orElse(""),
                        Texts.sentence(AuditWords.mark(mark.mark(), texts.language())),
                        mark.due().map(moments::day).orElse(""),
                        mark.remark().orElse("").replace('\n', ' '))));
        return marks;
    }

    /// @param told the fingerprint as the auditor told it, for a key that nobody here knows
    void record(String told) {
        received.get().ifPresent(review -> record(review, told));
    }

    private void record(ReceivedReview review, String told) {
        KeyId key = review.review().key().keyId();
        Optional<KeyId> accepted = Optional.empty();
        if (unknown(review)) {
            String digits = told.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
            if (digits.length() < DIGITS_COMPARED || !key.hex().startsWith(digits)) {
                receiving.refuse(
                        "W-AUDIT",
                        texts.text(digits.length() < DIGITS_COMPARED ? "key.digits" : "key.differs", DIGITS_COMPARED));
                return;
            }
            accepted = Optional.of(key);
        }
        Optional<KeyId> compared = accepted;
        receiving.change(() -> desk.workspace().auditReviews().take(review, compared), this::taken);
    }

    private String taken(AuditReviews.Taken taken) {
        received.set(Optional.empty());
        return texts.text("received.done", taken.entry(), taken.remarks().size());
    }

    /// @param entry that answers the selected remark, as typed
    void answer(String entry, String note) {
        if (!entry.strip().matches("[0-9]{1,12}")) {
            answering.refuse("W-AUDIT", texts.text("answer.entry.wrong"));
            return;
        }
        if (note.isBlank()) {
            answering.refuse("W-AUDIT", texts.text("answer.note.missing"));
            return;
        }
        selected.get()
                .ifPresent(line -> answering.change(
                        () -> desk.workspace()
                                .followUps()
                                .answer(line.entry(), Long.parseLong(entry.strip()), note.strip()),
                        recorded -> texts.text("answer.done", recorded)));
    }

    /// Whether something is typed that is not recorded: a review that was looked at and left open.
    public boolean unsaved() {
        return received.get().isPresent();
    }
}
