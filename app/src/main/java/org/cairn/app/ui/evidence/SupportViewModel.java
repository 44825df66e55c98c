package org.cairn.app.ui.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.EvidenceBearing;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WithoutEvidence;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.FrameworkLibrary;

/// What a piece of evidence supports, and what would lose its support without it. Confined to the UI executor.
public final class SupportViewModel {
    private final Library library;
    private final Texts texts = Texts.beside(SupportViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<Support>> support = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Followed<Optional<Of>> read;
    private volatile Optional<RecordedEvidence> piece = Optional.empty();

    private record Of(RecordedEvidence piece, Support support) {}

    SupportViewModel(Desk desk, Library library) {
        this.library = library;
        this.read = new Followed<>(desk, this::read);
        read.value().subscribe(_ -> tell());
        read.problem().subscribe(problem::set);
    }

    /// @param controls     it bears on, those that lose something first
    /// @param requirements that would stand otherwise, or that it alone is attached to
    /// @param reached      how many requirements the controls lead to
    public record Support(List<Line> controls, List<Line> requirements, int reached) {
        public Support {
            controls = List.copyOf(controls);
            requirements = List.copyOf(requirements);
        }
    }

    /// @param control to go to; empty for a requirement
    /// @param how     what connects them, or what is lost, in words
    /// @param without how it would stand; the same as `now` where nothing changes
    public record Line(Optional<ControlId> control, String title, String how, Mark now, Mark without) {
        public boolean loses() {
            return now != without;
        }
    }

    public ReadOnlyObjectProperty<Optional<Support>> support() {
        return support.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /// To judge everything once more takes its time, so it is done only while a page shows it.
    void seen(boolean now) {
        read.show(now);
    }

    void show(Optional<RecordedEvidence> chosen) {
        if (!chosen.equals(piece)) {
            piece = chosen;
            tell();
            read.again();
        }
    }

    private void tell() {
        support.set(read.value()
                .get()
                .flatMap(found -> found)
                .filter(found -> Optional.of(found.piece()).equals(piece))
                .map(Of::support));
    }

    private Optional<Of> read(Snapshot now) throws WorkspaceException {
        Optional<RecordedEvidence> wanted = piece;
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new Of(wanted.get(), read(wanted.get(), now)));
    }

    private Support read(RecordedEvidence piece, Snapshot now) throws WorkspaceException {
        FrameworkLibrary frameworks = now.state().library();
        Knowledge known = new Knowledge(() -> frameworks, library::checks);
        EvidenceBearing bearing = EvidenceBearing.of(piece, now.posture(), known);
        WithoutEvidence without = now.state().without(piece.id());
        Titles titles = new Titles(library.wording(), Texts.beside(Texts.class));
        Map<ControlId, WithoutEvidence.OnControl> losing = new HashMap<>();
        without.controls().forEach(on -> losing.put(on.control().id(), on));
        List<Line> first = new ArrayList<>();
        List<Line> rest = new ArrayList<>();
        Set<RequirementId> reached = new HashSet<>();
        for (EvidenceBearing.OnControl on : bearing.controls()) {
            on.mappings().forEach(mapping -> reached.add(mapping.requirement()));
            Optional<WithoutEvidence.OnControl> loss =
                    Optional.ofNullable(losing.get(on.control().id()));
            Mark mark = now.posture()
                    .control(on.control().id())
                    .map(row -> Mark.of(row.standing()))
                    .orElse(Mark.NOT_ASSESSED);
            Line line = new Line(
                    Optional.of(on.control().id()),
                    on.control().id() + "  " + titles.of(on.control()),
                    how(on, loss),
                    mark,
                    loss.map(lost -> Mark.of(lost.without())).orElse(mark));
            (loss.isEmpty() ? rest : first).add(line);
        }
        first.addAll(rest);
        return new Support(first, requirements(without, titles), reached.size());
    }

    private String how(EvidenceBearing.OnControl on, Optional<WithoutEvidence.OnControl> loss) {
        String how = on.checks().isEmpty()
                ? texts.text("support.attached")
                : texts.text("support.read", on.checks().size());
        return loss.filter(WithoutEvidence.OnControl::onlyAttached).isPresent()
                ? how + " · " + texts.text("support.only")
                : how;
    }

    private List<Line> requirements(WithoutEvidence without, Titles titles) {
        return without.requirements().stream()
                .map(on -> new Line(
                        Optional.empty(),
                        on.requirement().requirement().id().text() + "  "
                                + titles.of(on.requirement().requirement()),
                        on.onlyAttached() ? texts.text("support.only") : "",
                        Mark.of(on.now()),
                        Mark.of(on.without())))
                .toList();
    }
}
