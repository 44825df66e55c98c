package org.cairn.app.ui.objections;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.objection.Field;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.app.objection.ObjectionWords;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.FollowUpWords;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.evidence.EvidenceId;

/// What an auditor would send back of the state that is looked at, the gravest first. Confined to the UI executor.
public final class ObjectionsViewModel {
    /// More of a kind begin folded: hundreds of unanswered rows would hide what comes after them.
    private static final int MOST_UNFOLDED = 40;

    private static final int SUBJECTS_NAMED = 3;

    private final Titles titles;
    private final Desk desk;
    private final Followed<Read> read;
    private final FollowUpWords auditorWords;
    private final ObjectionWords words;
    private final ObjectProperty<Optional<FrameworkId>> framework = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Map<ObjectionKind, Boolean> folded = new EnumMap<>(ObjectionKind.class);
    private boolean auditorFolded;

    public ObjectionsViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.titles = library.titles();
        this.words = ObjectionWords.in(Texts.beside(Texts.class).language());
        this.auditorWords = new FollowUpWords(Texts.beside(Texts.class).language());
        this.read = new Followed<>(desk, this::read);
        read.value().subscribe(_ -> refresh());
        framework.subscribe((_, _) -> read.again());
    }

    /// @param asked what auditors sent back
    /// @param today the day that it is held against
    private record Read(List<Objection> objections, List<FollowUp> asked, LocalDate today) {}

    /// A line of the list.
    public sealed interface Line {
        /// A kind, with what mends it.
        record Head(ObjectionKind kind, String title, String mend, int count, boolean folded) implements Line {}

        /// @param number its place in the list, from 1
        /// @param rows   that it stands on
        /// @param leads  where it is mended
        record Item(int number, String rows, String said, Place leads, Optional<EvidenceId> evidence) implements Line {}

        /// What an auditor sent back, above all that one would say.
        record AuditorHead(String counts, int count, boolean folded) implements Line {}

        /// @param item   as people name it
        /// @param stands mark, day and what became of it, in words
        /// @param remark in the auditor's words
        /// @param leads  where it is mended
        record Asked(FollowUp asked, boolean overdue, String item, String stands, String remark, Place leads)
                implements Line {}
    }

    /// Whether a page shows it now: it is read only then.
    public void show(boolean seen) {
        read.show(seen);
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return read.problem();
    }

    /// The one of which a pack would be made; empty asks of everything.
    ObjectProperty<Optional<FrameworkId>> framework() {
        return framework;
    }

    /// The adopted ones with their titles, in the order of their ids.
    ObservableValue<Map<FrameworkId, String>> frameworks() {
        return desk.snapshot().map(now -> {
            Map<FrameworkId, String> names = new LinkedHashMap<>();
            now.posture().frameworks().forEach((id, posture) -> names.put(id, titles.of(posture.framework())));
            return names;
        });
    }

    /// How many stand, of how many kinds; empty until they were read.
    ObservableValue<Optional<Sum>> sum() {
        return read.value().map(all -> all.map(found -> sum(found.objections())));
    }

    record Sum(int objections, int kinds) {}

    private static Sum sum(List<Objection> all) {
        Set<ObjectionKind> kinds = EnumSet.noneOf(ObjectionKind.class);
        all.forEach(objection -> kinds.add(objection.kind()));
        return new Sum(all.size(), kinds.size());
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /// Shows or hides what stands below a kind.
    void toggle(Line.Head head) {
        folded.put(head.kind(), !head.folded());
        refresh();
    }

    void toggleAuditor() {
        auditorFolded = !auditorFolded;
        refresh();
    }

    private Read read(Snapshot now) throws WorkspaceException {
        return new Read(
                now.state().objections(new ObjectionScope(framework.get(), Optional.empty())),
                now.state().followUps(),
                LocalDate.ofInstant(now.state().times().validAt(), ZoneOffset.UTC));
    }

    private void refresh() {
        Optional<Read> found = read.value().get();
        Map<ObjectionKind, List<Objection>> byKind = found.map(Read::objections).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(
                        Objection::kind, () -> new EnumMap<>(ObjectionKind.class), Collectors.toList()));
        List<Line> fresh = new ArrayList<>();
        found.filter(all -> !all.asked().isEmpty()).ifPresent(all -> fromAuditors(all, fresh));
        int number = 0;
        for (Map.Entry<ObjectionKind, List<Objection>> kind : byKind.entrySet()) {
            int count = kind.getValue().size();
            boolean hidden = folded.getOrDefault(kind.getKey(), count > MOST_UNFOLDED);
            fresh.add(new Line.Head(
                    kind.getKey(),
                    Texts.sentence(words.title(kind.getKey())),
                    Texts.sentence(words.mend(kind.getKey())),
                    count,
                    hidden));
            for (Objection objection : kind.getValue()) {
                number++;
                if (!hidden) {
                    fresh.add(item(number, objection));
                }
            }
        }
        lines.setAll(fresh);
    }

    private void fromAuditors(Read all, List<Line> fresh) {
        fresh.add(new Line.AuditorHead(
                auditorWords.counts(all.asked(), all.today()), all.asked().size(), auditorFolded));
        if (!auditorFolded) {
            all.asked().forEach(asked -> fresh.add(asked(asked, all.today())));
        }
    }

    private Line.Asked asked(FollowUp asked, LocalDate today) {
        String stands = Texts.sentence(auditorWords.stands(asked, today));
        String remark = asked.remark().orElseGet(auditorWords::erased);
        return switch (asked.item()) {
            case AuditItem.Row(Subject subject) ->
                new Line.Asked(asked, asked.overdue(today), subject.text(), stands, remark, leads(subject));
            case AuditItem.Piece(EvidenceId piece) ->
                new Line.Asked(
                        asked, asked.overdue(today), piece.shortForm(), stands, remark, new Place.EvidenceItem(piece));
        };
    }

    private Line.Item item(int number, Objection objection) {
        List<Subject> rows = objection.subjects();
        String named = rows.stream().limit(SUBJECTS_NAMED).map(Subject::text).collect(Collectors.joining(", "));
        return new Line.Item(
                number,
                rows.size() > SUBJECTS_NAMED ? named + " +" + (rows.size() - SUBJECTS_NAMED) : named,
                words.said(objection),
                leads(objection),
                objection.evidence());
    }

    private static Place leads(Objection objection) {
        if (objection.kind().field() == Field.SCOPE) {
            return new Place.ScopeWalk();
        }
        return leads(objection.first());
    }

    private static Place leads(Subject subject) {
        return switch (subject) {
            case ControlId control -> new Place.ChecklistItem(control);
            case RequirementId requirement -> new Place.ChecklistReaching(requirement);
        };
    }
}
