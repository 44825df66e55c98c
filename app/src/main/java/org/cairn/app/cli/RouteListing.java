package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.frameworks.crosswalk.Route;
import org.cairn.frameworks.crosswalk.Web;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// Where a control or a requirement leads over the crosswalk. An article stands for all rows below it.
record RouteListing(FrameworkLibrary library, Subject from, List<Route> routes) {
    static RouteListing of(FrameworkLibrary library, Subject from, Predicate<Subject> wanted, int hops) {
        Web web = library.web();
        List<Subject> starts = starts(library, from);
        Map<Subject, Route> best = new LinkedHashMap<>();
        for (Subject start : starts) {
            web.routes(start, hops).values().stream()
                    .filter(route -> wanted.test(route.to()) && !starts.contains(route.to()))
                    .forEach(route -> best.merge(route.to(), route, RouteListing::better));
        }
        List<Route> sorted = new ArrayList<>(best.values());
        sorted.sort(Comparator.comparingInt(Route::strength)
                .reversed()
                .thenComparingInt(route -> route.hops().size())
                .thenComparing(route -> route.to().text()));
        return new RouteListing(library, from, sorted);
    }

    private static Route better(Route one, Route other) {
        int order = Integer.compare(other.strength(), one.strength());
        int length = Integer.compare(one.hops().size(), other.hops().size());
        return order < 0 || order == 0 && length <= 0 ? one : other;
    }

    /// Itself and all that lies below it.
    private static List<Subject> starts(FrameworkLibrary library, Subject from) {
        return switch (from) {
            case ControlId control -> List.of(control);
            case RequirementId id -> {
                Set<RequirementId> below = new HashSet<>(Set.of(id));
                List<Subject> starts = new ArrayList<>(List.of(id));
                Framework framework = library.framework(id.framework());
                for (Requirement node : framework.requirements()) {
                    if (node.parent().filter(below::contains).isPresent()) {
                        below.add(node.id());
                        starts.add(node.id());
                    }
                }
                yield List.copyOf(starts);
            }
        };
    }

    void printTable(PrintStream out) {
        Table table = new Table("from", "to", "claim", "strength", "over", "title");
        for (Route route : routes) {
            table.row(
                    route.from().text(),
                    route.to().text(),
                    CrosswalkText.claim(route.claim()),
                    Integer.toString(route.strength()),
                    String.join(" · ", CrosswalkText.pivots(route)),
                    title(route.to()));
        }
        table.printTo(out);
    }

    /// Every hop with its reason.
    void printReasons(PrintStream out) {
        for (Route route : routes) {
            out.println();
            out.println(Table.printable(route.from().text() + " is " + CrosswalkText.claim(route.claim()) + " "
                    + route.to().text() + ", strength " + route.strength()));
            for (Hop hop : route.hops()) {
                out.println(Table.printable("  " + hop.from().text() + " is " + CrosswalkText.claim(hop.claim()) + " "
                        + hop.to().text() + ", strength " + hop.strength() + weakest(route, hop)));
                out.println("      " + Table.printable(CrosswalkText.reason(hop)));
            }
        }
    }

    /// The first of the weakest rows of a way: its strength is the way's.
    private static String weakest(Route route, Hop hop) {
        boolean first = route.hops().stream()
                .filter(each -> each.strength() == route.strength())
                .findFirst()
                .filter(hop::equals)
                .isPresent();
        return first && route.hops().size() > 1 ? ", the weakest: it decides" : "";
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("from", "to", "title", "claim", "strength", "hops", "pivots", "rationales");
        for (Route route : routes) {
            csv.row(
                    route.from().text(),
                    route.to().text(),
                    title(route.to()),
                    CrosswalkText.claim(route.claim()),
                    Integer.toString(route.strength()),
                    Integer.toString(route.hops().size()),
                    String.join(" · ", CrosswalkText.pivots(route)),
                    String.join(
                            " | ",
                            route.hops().stream()
                                    .map(hop -> hop.row().rationale())
                                    .toList()));
        }
    }

    Json json() {
        return Json.object()
                .with("from", from.text())
                .with(
                        "routes",
                        new JsonArray(routes.stream().map(CrosswalkText::json).toList()))
                .build();
    }

    private String title(Subject subject) {
        return switch (subject) {
            case ControlId id -> library.control(id).map(Control::title).orElse("");
            case RequirementId id ->
                library.requirement(id).map(Requirement::title).orElse("");
        };
    }
}
