package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.CatalogueFiles;
import org.cairn.frameworks.FrameworkFigures;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Coverage;
import org.cairn.frameworks.crosswalk.RequirementLink;
import org.cairn.frameworks.crosswalk.Web;

/// How fast the content answers: loading a large library, opening a framework of many rows, coverage of all frameworks,
/// and the search for ways over the crosswalk, each beside the plain way to do the same.
final class ContentSpeed {
    private static final int RUNS = 5;
    private static final int LIBRARY_FRAMEWORKS = 25;
    private static final int LIBRARY_ROWS = 2_000;
    private static final int ONE_FRAMEWORK_ROWS = 1_800;
    private static final int HOPS = Web.MOST_HOPS;
    private static final double MILLIS = 1_000;

    private final Path folder;
    private final FrameworkLibrary builtIn = FrameworkLibrary.load();

    ContentSpeed(Path folder) {
        this.folder = folder;
    }

    List<Comparison> compare() throws Exception {
        return List.of(
                loading("load a library of 50,000 requirements", LIBRARY_FRAMEWORKS, LIBRARY_ROWS),
                loading("open a framework of 1,800 rows", 1, ONE_FRAMEWORK_ROWS),
                coverage(),
                search());
    }

    private Comparison loading(String name, int frameworks, int rows) throws Exception {
        Path library = new GeneratedLibrary(frameworks, rows).write(folder.resolve("library-" + frameworks));
        Timing timing = Timing.inTurns(
                RUNS, () -> figures(FrameworkLibrary.read(CatalogueFiles.in(library))), () -> readAll(library));
        return new Comparison(
                name,
                "ms",
                MILLIS * timing.oursSeconds(),
                "the same files read and nothing done with them",
                MILLIS * timing.theirsSeconds(),
                Comparison.Better.LESS,
                "strict parsing, every reference checked, the crosswalk's graph, all figures of `framework list`");
    }

    /// What a list of the frameworks says of each.
    private static List<FrameworkFigures> figures(FrameworkLibrary library) {
        return library.frameworks().stream()
                .map(framework -> library.figures(framework.id()))
                .toList();
    }

    private static long readAll(Path library) throws IOException {
        long bytes = 0;
        try (var files = Files.walk(library)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.readAllBytes(file).length;
            }
        }
        return bytes;
    }

    private Comparison coverage() throws Exception {
        List<RequirementLink> links = builtIn.content().links();
        Timing timing =
                Timing.inTurns(RUNS, () -> Coverage.all(builtIn.catalogue(), links), () -> naiveCoverage(builtIn));
        return new Comparison(
                "coverage of all frameworks",
                "ms",
                MILLIS * timing.oursSeconds(),
                "every requirement looked for among all mappings",
                MILLIS * timing.theirsSeconds(),
                Comparison.Better.LESS,
                builtIn.frameworks().size() + " frameworks, "
                        + builtIn.mappings().size() + " mappings");
    }

    /// The strongest mapping of each assessable requirement, found by going through all of them.
    private static Map<Requirement, Integer> naiveCoverage(FrameworkLibrary library) {
        Map<Requirement, Integer> strongest = new HashMap<>();
        for (Framework framework : library.frameworks()) {
            for (Requirement requirement : framework.requirements()) {
                if (requirement.assessable()) {
                    strongest.put(
                            requirement,
                            library.mappings().stream()
                                    .filter(row -> row.requirement().equals(requirement.id()))
                                    .mapToInt(Mapping::strength)
                                    .max()
                                    .orElse(0));
                }
            }
        }
        return strongest;
    }

    private Comparison search() throws Exception {
        Web web = builtIn.web();
        List<Subject> starts = builtIn.catalogue().controls().stream()
                .map(Control::id)
                .map(Subject.class::cast)
                .toList();
        NaiveSearch naive = new NaiveSearch(builtIn);
        requireSame(web, naive, starts);
        Timing timing = Timing.inTurns(
                RUNS,
                () -> starts.stream()
                        .mapToInt(start -> web.routes(start, HOPS).size())
                        .sum(),
                () -> starts.stream()
                        .mapToInt(start -> naive.strengths(start, HOPS).size())
                        .sum());
        return new Comparison(
                "best ways from each of the " + starts.size() + " controls to everywhere",
                "ms",
                MILLIS * timing.oursSeconds(),
                "every way looked at",
                MILLIS * timing.theirsSeconds(),
                Comparison.Better.LESS,
                "at most " + HOPS
                        + " rows a way; ours gives the way, the other its strength alone; both find the same strengths");
    }

    private static void requireSame(Web web, NaiveSearch naive, List<Subject> starts) {
        for (Subject start : starts) {
            Map<Subject, Integer> ours = new HashMap<>();
            web.routes(start, HOPS).forEach((to, route) -> ours.put(to, route.strength()));
            if (!ours.equals(naive.strengths(start, HOPS))) {
                throw new IllegalStateException("the two searches from " + start + " differ");
            }
        }
    }

    /// Walks every simple way and keeps the best strength for each end.
    private static final class NaiveSearch {
        private record Step(Subject to, int strength) {}

        private final Map<Subject, List<Step>> steps = new HashMap<>();

        NaiveSearch(FrameworkLibrary library) {
            library.mappings().forEach(row -> join(row.control(), row.requirement(), row.strength()));
            library.content().links().forEach(row -> join(row.from(), row.to(), row.strength()));
        }

        private void join(Subject one, Subject other, int strength) {
            steps.computeIfAbsent(one, _ -> new ArrayList<>()).add(new Step(other, strength));
            steps.computeIfAbsent(other, _ -> new ArrayList<>()).add(new Step(one, strength));
        }

        Map<Subject, Integer> strengths(Subject from, int hops) {
            Map<Subject, Integer> best = new HashMap<>();
            walk(from, hops, Integer.MAX_VALUE, new HashSet<>(Set.of(from)), best);
            return best;
        }

        private void walk(Subject at, int hops, int strength, Set<Subject> seen, Map<Subject, Integer> best) {
            if (hops == 0) {
                return;
            }
            for (Step step : steps.getOrDefault(at, List.of())) {
                if (seen.add(step.to())) {
                    int weakest = Math.min(strength, step.strength());
                    best.merge(step.to(), weakest, Math::max);
                    walk(step.to(), hops - 1, weakest, seen, best);
                    seen.remove(step.to());
                }
            }
        }
    }
}
