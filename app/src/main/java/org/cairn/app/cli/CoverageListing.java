package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Band;
import org.cairn.frameworks.crosswalk.Coverage;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;

/// How far the checklist reaches into frameworks.
record CoverageListing(FrameworkLibrary library, List<Coverage> coverages) {
    void printTable(PrintStream out) {
        List<String> heads = new ArrayList<>(List.of("framework", "assessable"));
        Stream.of(Band.values()).map(CrosswalkText::code).forEach(heads::add);
        heads.addAll(List.of("closable", "only linked"));
        Table table = new Table(heads.toArray(String[]::new));
        for (Coverage coverage : coverages) {
            List<String> cells =
                    new ArrayList<>(List.of(coverage.framework().value(), Integer.toString(coverage.assessable())));
            for (Band band : Band.values()) {
                cells.add(Integer.toString(coverage.in(band).size()));
            }
            cells.add(Integer.toString(coverage.closable()));
            cells.add(Integer.toString(coverage.onlyLinked()));
            table.row(cells.toArray(String[]::new));
        }
        table.printTo(out);
    }

    /// The requirements of the first framework that no control reaches.
    void printUnreached(PrintStream out) {
        out.println();
        Table table = new Table("no control reaches", "title");
        for (RequirementId id : coverages.getFirst().in(Band.UNREACHED)) {
            table.row(
                    id.number(), library.requirement(id).map(Requirement::title).orElse(""));
        }
        table.printTo(out);
    }

    /// One line a requirement, so that a spreadsheet can count for itself.
    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("framework", "requirement", "band", "title");
        for (Coverage coverage : coverages) {
            for (Band band : Band.values()) {
                for (RequirementId id : coverage.in(band)) {
                    csv.row(
                            coverage.framework().value(),
                            id.number(),
                            CrosswalkText.code(band),
                            library.requirement(id).map(Requirement::title).orElse(""));
                }
            }
        }
    }

    Json json() {
        return new JsonArray(coverages.stream().map(CoverageListing::json).toList());
    }

    private static Json json(Coverage coverage) {
        JsonObject bands = Json.object()
                .with("essential", coverage.in(Band.ESSENTIAL).size())
                .with("main", coverage.in(Band.MAIN).size())
                .with("part", coverage.in(Band.PART).size())
                .with("touched", coverage.in(Band.TOUCHED).size())
                .with("unreached", coverage.in(Band.UNREACHED).size())
                .build();
        return Json.object()
                .with("framework", coverage.framework().value())
                .with("assessable", coverage.assessable())
                .with("bands", bands)
                .with("closable", coverage.closable())
                .with("onlyLinked", coverage.onlyLinked())
                .with(
                        "unreached",
                        JsonOutput.texts(coverage.in(Band.UNREACHED).stream()
                                .map(RequirementId::number)
                                .toList()))
                .build();
    }
}
