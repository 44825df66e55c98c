package org.cairn.app.ui.posture;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Freshness;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.ContradictionWords;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.posture.Standing;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// The page of charts, each of which answers one question and leads to the list behind it. Confined to the UI executor.
public final class PostureViewModel {
    private static final int TOP_GAPS = 8;
    /// More are counted: drawn one below the other, thousands would hold up the window.
    private static final int TOP_CONTRADICTIONS = 20;
    /// What is still to be done something about, worst first.
    private static final List<Standing> OPEN = List.of(
            Standing.CONTRADICTED,
            Standing.NOT_MET,
            Standing.STALE,
            Standing.PARTLY,
            Standing.INDETERMINATE,
            Standing.NOT_ASSESSED);

    private static final List<Mark> WORST_FIRST = OPEN.stream().map(Mark::of).toList();

    private final Desk desk;
    private final Library library;
    private final Titles titles;
    private final Guide guide;
    private final Moments moments;
    private final ContradictionWords contradictions = new ContradictionWords(Texts.beside(Texts.class));

    public PostureViewModel(Desk desk, Library library, Guide guide) {
        this.desk = desk;
        this.library = library;
        this.titles = library.titles();
        this.guide = guide;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
    }

    /// @param states how many requirements are in which state, in the order of the bar
    public record FrameworkLine(
            FrameworkId id, String title, String version, long assessed, long total, Map<Mark, Long> states) {}

    /// @param blocks how many requirements of adopted frameworks it stands before
    public record GapLine(ControlId control, String title, Mark standing, long blocks) {}

    public record ContradictionLine(String subject, String text, Place leads) {}

    public record LapsingLine(EvidenceId evidence, String collector, String age, String limit, Mark freshness) {}

    public ObservableValue<List<FrameworkLine>> frameworks() {
        return desk.snapshot()
                .map(now -> now.posture().frameworks().values().stream()
                        .map(this::line)
                        .toList());
    }

    private FrameworkLine line(FrameworkPosture posture) {
        Map<Mark, Long> states = new LinkedHashMap<>();
        Map<RequirementState, Long> counts = posture.counts();
        counts.forEach((state, count) -> states.put(Mark.of(state), count));
        return new FrameworkLine(
                posture.framework().id(),
                titles.of(posture.framework()),
                posture.framework().version(),
                posture.assessed(),
                posture.requirements().size(),
                states);
    }

    /// The checklist itself, as one line: where its controls stand.
    public ObservableValue<Map<Mark, Long>> checklist() {
        return desk.snapshot()
                .map(now -> now.posture().controls().stream()
                        .collect(Collectors.groupingBy(
                                control -> Mark.of(control.standing()),
                                () -> new EnumMap<>(Mark.class),
                                Collectors.counting())));
    }

    public ObservableValue<List<ContradictionLine>> contradictions() {
        return desk.snapshot()
                .map(now -> now.posture().contradictions().stream()
                        .limit(TOP_CONTRADICTIONS)
                        .map(c -> new ContradictionLine(
                                c.subject().text(), contradictions.of(c, now.posture()), place(c.subject())))
                        .toList());
    }

    /// How many there are beyond those.
    public ObservableValue<Integer> moreContradictions() {
        return desk.snapshot()
                .map(now -> Math.max(0, now.posture().contradictions().size() - TOP_CONTRADICTIONS));
    }

    private static Place place(Subject subject) {
        return switch (subject) {
            case ControlId control -> new Place.ChecklistItem(control);
            case RequirementId requirement -> new Place.ChecklistFor(requirement.framework(), Mark.CONTRADICTED);
        };
    }

    /// Freshness of the newest evidence of each collector.
    public ObservableValue<Map<Mark, Long>> freshness() {
        return desk.snapshot()
                .map(now -> newest(now).stream()
                        .collect(Collectors.groupingBy(
                                e -> Freshness.of(e, library, now.posture().validAt())
                                        .mark(),
                                () -> new EnumMap<>(Mark.class),
                                Collectors.counting())));
    }

    /// What has lapsed or is about to, the longest lapsed first.
    public ObservableValue<List<LapsingLine>> lapsing() {
        return desk.snapshot()
                .map(now -> newest(now).stream()
                        .map(e -> lapsing(
                                e, Freshness.of(e, library, now.posture().validAt())))
                        .filter(line -> line.freshness() == Mark.LAPSED || line.freshness() == Mark.LAPSING)
                        .sorted(Comparator.comparing(LapsingLine::freshness).reversed())
                        .toList());
    }

    private LapsingLine lapsing(RecordedEvidence e, Freshness freshness) {
        return new LapsingLine(
                e.id(),
                e.evidence().collector().value(),
                moments.span(freshness.age()),
                freshness.limit().map(moments::span).orElse(""),
                freshness.mark());
    }

    private static List<RecordedEvidence> newest(Snapshot now) {
        Map<CollectorId, RecordedEvidence> byCollector = new LinkedHashMap<>();
        now.evidence().stream()
                .filter(e -> !e.evidence().observedAt().isAfter(now.posture().validAt()))
                .filter(e -> !e.recordedAt().isAfter(now.posture().knownAt()))
                .forEach(e -> byCollector.put(e.evidence().collector(), e));
        return List.copyOf(byCollector.values());
    }

    /// The open controls, worst first, and among those the ones that stand before most requirements.
    public ObservableValue<List<GapLine>> gaps() {
        return desk.snapshot().map(now -> {
            Set<FrameworkId> adopted = now.posture().frameworks().keySet();
            return now.posture().controls().stream()
                    .filter(control -> OPEN.contains(control.standing()))
                    .map(control -> gap(control, adopted))
                    .sorted(Comparator.comparingInt((GapLine gap) -> WORST_FIRST.indexOf(gap.standing()))
                            .thenComparing(
                                    Comparator.comparingLong(GapLine::blocks).reversed()))
                    .limit(TOP_GAPS)
                    .toList();
        });
    }

    private GapLine gap(ControlPosture control, Set<FrameworkId> adopted) {
        long blocks = library.mappings(control.control().id()).stream()
                .filter(mapping -> adopted.contains(mapping.requirement().framework()))
                .count();
        return new GapLine(control.control().id(), titles.of(control.control()), Mark.of(control.standing()), blocks);
    }

    /// How many controls have an answer that counts.
    public ObservableValue<Long> answered() {
        return desk.snapshot()
                .map(now -> now.posture().controls().stream()
                        .filter(control -> control.status().isPresent())
                        .count());
    }

    public ObservableValue<Integer> controls() {
        return desk.snapshot().map(now -> now.posture().controls().size());
    }

    public void go(Place place) {
        guide.go(place);
    }
}
