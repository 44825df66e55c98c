package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Coverage;
import org.cairn.frameworks.crosswalk.Matrix;
import org.cairn.frameworks.crosswalk.Web;

/// What `cairn framework map`, `coverage` and `matrix` do.
record CrosswalkCommands(FrameworkLibrary library, Terminal terminal) {
    int map(String from, Optional<String> to, int hops, Format format) throws Refused {
        if (hops < 1 || hops > Web.MOST_HOPS) {
            throw new Refused("--hops takes 1 to " + Web.MOST_HOPS);
        }
        Subject start = known(from);
        RouteListing listing = RouteListing.of(library, start, wanted(to), hops);
        switch (format) {
            case JSON -> JsonOutput.print(terminal.out(), listing.json());
            case CSV -> listing.printCsv(terminal.out());
            case TABLE -> {
                listing.printTable(terminal.out());
                if (to.filter(text -> library.find(frameworkOrNone(text)).isEmpty())
                        .isPresent()) {
                    listing.printReasons(terminal.out());
                }
            }
        }
        if (listing.routes().isEmpty()) {
            terminal.say(from + " leads nowhere" + to.map(text -> " in " + text).orElse("") + " over at most " + hops
                    + (hops < Web.MOST_HOPS ? " rows; --hops " + Web.MOST_HOPS + " looks further" : " rows"));
            return ExitCode.NO;
        }
        return ExitCode.DONE;
    }

    private static FrameworkId frameworkOrNone(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*") ? new FrameworkId(text) : new FrameworkId("none");
    }

    /// A framework, a requirement with all that lies below it, or a control.
    private Predicate<Subject> wanted(Optional<String> to) throws Refused {
        if (to.isEmpty()) {
            return _ -> true;
        }
        Optional<Framework> framework = library.find(frameworkOrNone(to.get()));
        if (framework.isPresent()) {
            return subject -> subject instanceof RequirementId id
                    && id.framework().equals(framework.get().id());
        }
        Subject end = known(to.get());
        return end::equals;
    }

    private Subject known(String text) throws Refused {
        Subject subject = Ids.subject(text);
        if (library.catalogue().textDigest(subject).isEmpty()) {
            throw new Refused("no " + (subject instanceof RequirementId ? "requirement " : "control ") + text
                    + "; `cairn framework show ID` and `cairn control list` show what there is");
        }
        return subject;
    }

    int coverage(Optional<String> id, Format format) throws Refused {
        Optional<FrameworkId> chosen = id.isPresent() ? Optional.of(framework(id.get())) : Optional.empty();
        List<Coverage> coverages = Coverage.all(
                        library.catalogue(), library.content().links())
                .stream()
                .filter(each -> chosen.isEmpty() || chosen.get().equals(each.framework()))
                .toList();
        CoverageListing listing = new CoverageListing(library, coverages);
        switch (format) {
            case JSON -> JsonOutput.print(terminal.out(), listing.json());
            case CSV -> listing.printCsv(terminal.out());
            case TABLE -> {
                listing.printTable(terminal.out());
                if (chosen.isPresent()) {
                    listing.printUnreached(terminal.out());
                }
            }
        }
        return ExitCode.DONE;
    }

    int matrix(List<String> ids, Format format) throws Refused {
        ArrayList<FrameworkId> frameworks = new ArrayList<>();
        for (String id : ids) {
            frameworks.add(framework(id));
        }
        MatrixListing listing = new MatrixListing(library, new Matrix(library.catalogue()), List.copyOf(frameworks));
        switch (format) {
            case JSON -> JsonOutput.print(terminal.out(), listing.json());
            case CSV -> listing.printCsv(terminal.out());
            case TABLE -> listing.printTable(terminal.out());
        }
        return ExitCode.DONE;
    }

    private FrameworkId framework(String text) throws Refused {
        FrameworkId id = Ids.framework(text);
        if (library.find(id).isEmpty()) {
            throw new Refused("no framework " + text + "; `cairn framework list` shows them");
        }
        return id;
    }
}
