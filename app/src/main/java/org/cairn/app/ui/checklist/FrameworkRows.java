package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.EvidenceId;

/// The checklist as its frameworks have it: framework, chapter, requirement, and the controls that reach it, of one
/// state. A framework may have thousands of rows, so they are filtered in the background; what lies below a chapter is
/// put together when the chapter is opened.
final class FrameworkRows {
    private final Library library;
    private final Titles titles;
    private final Snapshot now;
    private final Map<ControlId, Set<EvidenceId>> evidence = new ConcurrentHashMap<>();
    private final Map<FrameworkId, List<Known>> known = new ConcurrentHashMap<>();

    FrameworkRows(Library library, Titles titles, Snapshot now) {
        this.library = library;
        this.titles = titles;
        this.now = now;
    }

    /// @param chapter the one it stands in; the requirement itself where it stands in none
    /// @param words   that a filter looks for
    private record Known(RequirementPosture posture, Requirement chapter, String words) {}

    /// @param narrowed controls that the narrowing shows
    /// @param fitting  those of them that fit what was typed
    private record Filter(boolean everything, String typed, Set<ControlId> narrowed, Set<ControlId> fitting) {
        /// By its own number and title or by one of its controls; a narrowing is one of controls.
        boolean shows(Known row) {
            boolean own = row.words().contains(typed);
            return everything && own || reached(row.posture(), own ? narrowed : fitting);
        }

        private static boolean reached(RequirementPosture posture, Set<ControlId> controls) {
            return posture.mappings().stream()
                    .anyMatch(mapping -> mapping.relation().supports() && controls.contains(mapping.control()));
        }
    }

    /// Of which state they are.
    boolean of(Snapshot shown) {
        return now.equals(shown);
    }

    /// Only what the filter leaves. Takes its time, so never on the window's thread.
    List<Row.Group> frameworks(Narrowing narrowing, String typed) {
        Set<ControlId> narrowed = new HashSet<>();
        Set<ControlId> fitting = new HashSet<>();
        for (ControlPosture control : now.posture().controls()) {
            if (narrowing.shows(control)) {
                narrowed.add(control.control().id());
                if (Narrowing.matches(control, typed, titles)) {
                    fitting.add(control.control().id());
                }
            }
        }
        Filter filter = new Filter(
                narrowing instanceof Narrowing.Everything, typed.strip().toLowerCase(Locale.ROOT), narrowed, fitting);
        return now.posture().frameworks().values().stream()
                .map(posture -> framework(posture, filter))
                .filter(group -> group.total() > 0)
                .toList();
    }

    private Row.Group framework(FrameworkPosture posture, Filter filter) {
        IdentityHashMap<Requirement, List<RequirementPosture>> byChapter = new IdentityHashMap<>();
        List<Requirement> order = new ArrayList<>();
        List<RequirementPosture> shown = new ArrayList<>();
        for (Known each : known.computeIfAbsent(posture.framework().id(), _ -> known(posture))) {
            if (filter.shows(each)) {
                shown.add(each.posture());
                byChapter
                        .computeIfAbsent(each.chapter(), chapter -> {
                            order.add(chapter);
                            return new ArrayList<>();
                        })
                        .add(each.posture());
            }
        }
        String key = posture.framework().id().value();
        return group(
                key,
                titles.of(posture.framework()),
                shown,
                () -> order.stream()
                        .map(chapter -> chapter(chapter, byChapter.getOrDefault(chapter, List.of())))
                        .toList());
    }

    private List<Known> known(FrameworkPosture posture) {
        Map<RequirementId, Requirement> chapters = chapters(posture);
        return posture.requirements().stream()
                .map(each -> new Known(
                        each,
                        chapters.getOrDefault(each.requirement().id(), each.requirement()),
                        (each.requirement().id().number() + " " + titles.of(each.requirement()))
                                .toLowerCase(Locale.ROOT)))
                .toList();
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
        now.evidenceFor(control, library).forEach(piece -> ids.add(piece.id()));
        return ids;
    }

    private List<ControlPosture> controls(RequirementPosture posture) {
        return posture.mappings().stream()
                .filter(mapping -> mapping.relation().supports())
                .flatMap(mapping -> now.posture().control(mapping.control()).stream())
                .distinct()
                .toList();
    }
}
