package org.cairn.app.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.Guidance;

/// Puts together what can be found, of the state that is looked at. Runs in the background.
final class Searched {
    private static final int LONGEST_SNIPPET = 120;

    private final Desk desk;
    private final Library library;
    private final Titles titles;
    private final Guide guide;
    private final PaletteViewModel.Ways ways;

    Searched(Desk desk, Library library, Guide guide, PaletteViewModel.Ways ways) {
        this.desk = desk;
        this.library = library;
        this.titles = library.titles();
        this.guide = guide;
        this.ways = ways;
    }

    /// Of the rail; at once, on any thread.
    List<Found> pages() {
        return ways.pages().stream().map(page -> way(Found.Kind.PAGE, page)).toList();
    }

    /// Commands, controls, requirements of adopted frameworks with what they ask in plain words, and evidence.
    List<Found> titles() {
        Snapshot now = desk.now();
        List<Found> found = new ArrayList<>();
        ways.commands().forEach(command -> found.add(way(Found.Kind.COMMAND, command)));
        now.posture().controls().forEach(row -> found.add(control(row)));
        now.posture()
                .frameworks()
                .values()
                .forEach(framework -> framework.requirements().forEach(row -> found.add(requirement(framework, row))));
        now.evidence().forEach(piece -> found.add(evidence(piece)));
        return found;
    }

    private static Found way(Found.Kind kind, PaletteViewModel.Way way) {
        return found(kind, way.words(), way.key(), way.words() + " " + way.key(), way.open());
    }

    private Found control(ControlPosture row) {
        ControlId id = row.control().id();
        String title = titles.of(row.control());
        return found(
                Found.Kind.CONTROL,
                title,
                id + " · " + titles.area(row.control()),
                id + " " + title + " " + titles.area(row.control()) + " "
                        + row.control().title(),
                to(new Place.ChecklistItem(id)));
    }

    private Found requirement(FrameworkPosture framework, RequirementPosture row) {
        RequirementId id = row.requirement().id();
        String title = titles.of(row.requirement());
        String plain = library.frameworks().guidance(id).map(Guidance::plain).orElse("");
        return found(
                Found.Kind.REQUIREMENT,
                title,
                titles.of(framework.framework()) + " · " + id.number(),
                String.join(
                        " ",
                        id.text(),
                        title,
                        row.requirement().title(),
                        row.requirement().citation(),
                        row.requirement().words().orElse(""),
                        plain),
                to(new Place.ChecklistReaching(id)));
    }

    private Found evidence(RecordedEvidence piece) {
        String collector = piece.evidence().collector().value();
        String title = piece.evidence().fact("title").orElse(collector);
        return found(
                Found.Kind.EVIDENCE,
                title,
                piece.id().shortForm(),
                title + " " + collector + " " + piece.id().hex(),
                to(new Place.EvidenceItem(piece.id())));
    }

    /// What people wrote beside their answers, and who they named.
    List<Found> notes() throws WorkspaceException {
        Snapshot now = desk.now();
        List<Recorded<ControlAnswered>> answers = Stream.concat(
                        now.posture().controls().stream().flatMap(row -> row.answer().stream()),
                        now.posture().frameworks().values().stream()
                                .flatMap(framework -> framework.requirements().stream())
                                .flatMap(row -> row.answer().stream()))
                .toList();
        List<Found> found = new ArrayList<>();
        for (Recorded<ControlAnswered> answer : answers) {
            var texts = desk.workspace().texts(answer.event());
            Subject subject = answer.event().subject();
            String words = String.join(
                    " · ",
                    Stream.of(texts.note(), texts.owner())
                            .flatMap(Optional::stream)
                            .toList());
            if (!words.isBlank()) {
                found.add(found(
                        Found.Kind.NOTE,
                        snippet(words),
                        subject.text(),
                        words + " " + subject.text(),
                        to(
                                switch (subject) {
                                    case ControlId control -> new Place.ChecklistItem(control);
                                    case RequirementId requirement -> new Place.ChecklistReaching(requirement);
                                })));
            }
        }
        return found;
    }

    private static String snippet(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SNIPPET ? line : line.substring(0, LONGEST_SNIPPET) + " …";
    }

    private Runnable to(Place place) {
        return () -> guide.go(place);
    }

    private static Found found(Found.Kind kind, String title, String where, String text, Runnable open) {
        return new Found(kind, title, where, text.toLowerCase(Locale.ROOT), open);
    }
}
