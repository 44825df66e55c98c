package org.cairn.app.ui.frameworks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.frameworks.FrameworkLines.Explanation;
import org.cairn.app.ui.frameworks.FrameworkLines.Way;
import org.cairn.app.ui.frameworks.FrameworkLines.Ways;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Band;
import org.cairn.frameworks.crosswalk.Claim;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.frameworks.crosswalk.Route;

/// Rows of the crosswalk and ways over them, for a reader who wants to know why: a sentence that says what is claimed,
/// how strong it is, the reason, and whose opinion it is.
final class LinkWords {
    /// Two pivots. What follows from more rows is hardly ever more than an overlap.
    private static final int MOST_ROWS = 3;

    private static final int SHOWN = 20;

    /// What follows for sure comes before what may be, then the stronger, then the shorter.
    private static final Comparator<Route> BEST_FIRST = Comparator.comparing(
                    (Route route) -> route.claim() == Claim.MAY_OVERLAP)
            .thenComparing(Comparator.comparingInt(Route::strength).reversed())
            .thenComparingInt(route -> route.hops().size())
            .thenComparing(route -> route.to().text());

    private final FrameworkLibrary library;
    private final Titles titles;
    private final Texts texts;
    private final DayConverter days;

    LinkWords(FrameworkLibrary library, Titles titles, Texts texts) {
        this.library = library;
        this.titles = titles;
        this.texts = texts;
        this.days = new DayConverter(titles.kit());
    }

    Explanation of(Mapping row) {
        return new Explanation(
                sentence(Texts.keyOf(row.relation()), row.control(), row.requirement()),
                title(row.requirement()),
                texts.text(
                        "strength.mapping", row.strength(), texts.text("band." + Texts.keyOf(Band.of(row.strength())))),
                row.rationale(),
                opinion(row.author(), row.date()));
    }

    Explanation of(Hop hop) {
        return explanation(hop, "strength");
    }

    private Explanation explanation(Hop hop, String strength) {
        return new Explanation(
                sentence(Texts.keyOf(hop.claim()), hop.from(), hop.to()),
                title(hop.to()),
                texts.text(strength, hop.strength()),
                hop.row().rationale(),
                opinion(hop.row().author(), hop.row().date()));
    }

    /// To requirements of another framework, over at least one pivot.
    Ways ways(RequirementId from, FrameworkId to) {
        List<Route> routes = library.web().routes(from, MOST_ROWS).values().stream()
                .filter(route -> route.hops().size() > 1)
                .filter(route ->
                        route.to() instanceof RequirementId id && id.framework().equals(to))
                .sorted(BEST_FIRST)
                .toList();
        return new Ways(routes.stream().limit(SHOWN).map(this::way).toList(), routes.size());
    }

    private Way way(Route route) {
        int weakest = IntStream.range(0, route.hops().size())
                .boxed()
                .min(Comparator.comparingInt(hop -> route.hops().get(hop).strength()))
                .orElseThrow();
        String pivots = route.pivots().stream().map(Subject::text).collect(Collectors.joining(", "));
        return new Way(
                sentence(Texts.keyOf(route.claim()), route.from(), route.to()),
                title(route.to()),
                texts.text("way.over", pivots, route.strength(), weakest + 1),
                IntStream.range(0, route.hops().size())
                        .mapToObj(hop ->
                                explanation(route.hops().get(hop), hop == weakest ? "strength.weakest" : "strength"))
                        .toList());
    }

    private String sentence(String claim, Subject from, Subject to) {
        return texts.text("claim." + claim, from.text(), to.text());
    }

    private String title(Subject subject) {
        return switch (subject) {
            case ControlId id -> library.control(id).map(titles::of).orElse("");
            case RequirementId id -> library.requirement(id).map(titles::of).orElse("");
        };
    }

    private String opinion(String author, LocalDate date) {
        return texts.text("opinion", author, days.toString(date));
    }
}
