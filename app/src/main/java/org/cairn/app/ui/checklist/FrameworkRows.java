package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.EvidenceId;

/// The checklist as its frameworks have it: framework, chapter, requirement, and the controls that reach it. What lies
/// below a chapter is put together when the chapter is opened.
final class FrameworkRows {
    private final Library library;
    private final Titles titles;
    private final Snapshot now;
    private final Narrowing narrowing;
    private final String typed;
    private final Map<ControlId, Set<EvidenceId>> evidence = new HashMap<>();

    FrameworkRows(Library library, Titles titles, Snapshot now, Narrowing narrowing, String typed) {
        this.library = library;
        this.titles = titles;
        this.now = now;
        this.narrowing = narrowing;
        this.typed = typed.strip().toLowerCase(Locale.ROOT);
    }

    /// Only what the filter leaves.
    List<Row.Group> frameworks() {
        return now.posture().frameworks().values().stream()
                .map(this::framework)
                .filter(group -> group.total() > 0)
                .toList();
    }

    private Row.Group framework(FrameworkPosture posture) {
        Map<RequirementId, Requirement> chapters = chapters(posture);
        Map<Requirement, List<RequirementPosture>> byChapter = new LinkedHashMap<>();
        List<RequirementPosture> shown = new ArrayList<>();
        for (RequirementPosture each : posture.requirements()) {
            if (shows(each)) {
                shown.add(each);
                byChapter
                        .computeIfAbsent(
                                chapters.getOrDefault(each.requirement().id(), each.requirement()),
                                _ -> new ArrayList<>())
                        .add(each);
            }
        }
        String key = posture.framework().id().value();
        return group(
                key,
                titles.of(posture.framework()),
                shown,
                () -> byChapter.entrySet().stream()
                        .map(chapter -> chapter(chapter.getKey(), chapter.getValue()))
                        .toList());
    }

    /// A requirement that stands in no chapter is shown as it is.
    private Row chapter(Requirement chapter, List<RequirementPosture> below) {
        boolean itself = below.size() == 1 && below.getFirst().requirement().equals(chapter);
        return itself
                ? demand(below.getFirst())
                : group(
                        chapter.id().text(),
                        chapter.id().number() + " " + titles.of(chapter),
                        below,
                        () -> below.stream().<Row>map(this::demand).toList());
    }

    private static Row.Group group(
            String key, String name, List<RequirementPosture> all, java.util.function.Supplier<List<Row>> below) {
        Map<Mark, Long> states = new EnumMap<>(Mark.class);
        all.forEach(each -> states.merge(Mark.of(each.state()), 1L, Long::sum));
        int assessed =
                (int) all.stream().filter(each -> each.state().assessed()).count();
        return new Row.Group(key, name, states, assessed, all.size(), below);
    }

    /// For each node the one above it that stands right below the root.
    private static Map<RequirementId, Requirement> chapters(FrameworkPosture posture) {
        Map<RequirementId, Requirement> chapters = new HashMap<>();
        Set<RequirementId> roots = new HashSet<>();
        for (Requirement each : posture.framework().requirements()) {
            Optional<RequirementId> parent = each.parent();
            if (parent.isEmpty()) {
                roots.add(each.id());
            } else if (roots.contains(parent.get())) {
                chapters.put(each.id(), each);
            } else {
                Optional.ofNullable(chapters.get(parent.get())).ifPresent(chapter -> chapters.put(each.id(), chapter));
            }
        }
        return chapters;
    }

    private Row.Demand demand(RequirementPosture posture) {
        Set<EvidenceId> pieces = new HashSet<>(posture.linked());
        List<Row.Item> controls = new ArrayList<>();
        for (ControlPosture control : controls(posture)) {
            Set<EvidenceId> ofControl =
                    evidence.computeIfAbsent(control.control().id(), _ -> evidence(control));
            pieces.addAll(ofControl);
            controls.add(new Row.Item(control, ofControl.size()));
        }
        return new Row.Demand(posture, titles.of(posture.requirement()), pieces.size(), controls);
    }

    private Set<EvidenceId> evidence(ControlPosture control) {
        Set<EvidenceId> ids = new HashSet<>();
        library.evidenceFor(control, now.evidence()).forEach(piece -> ids.add(piece.id()));
        return ids;
    }

    private List<ControlPosture> controls(RequirementPosture posture) {
        return posture.mappings().stream()
                .filter(mapping -> mapping.relation().supports())
                .flatMap(mapping -> now.posture().control(mapping.control()).stream())
                .distinct()
                .toList();
    }

    /// By its own number and title or by one of its controls; a narrowing is one of controls.
    private boolean shows(RequirementPosture posture) {
        boolean all = narrowing instanceof Narrowing.Everything;
        boolean own = (posture.requirement().id().number() + " " + titles.of(posture.requirement()))
                .toLowerCase(Locale.ROOT)
                .contains(typed);
        if (all && own) {
            return true;
        }
        return controls(posture).stream()
                .filter(narrowing::shows)
                .anyMatch(control -> own || Narrowing.matches(control, typed, titles));
    }
}
