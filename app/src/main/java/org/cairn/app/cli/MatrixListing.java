package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Control;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Matrix;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// Controls against frameworks: in each field the best row, and how many there are.
record MatrixListing(FrameworkLibrary library, Matrix matrix, List<FrameworkId> frameworks) {
    void printTable(PrintStream out) {
        Table table = new Table(heads().toArray(String[]::new));
        for (Control control : library.controls()) {
            table.row(cells(control).toArray(String[]::new));
        }
        table.printTo(out);
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row(heads().toArray(String[]::new));
        for (Control control : library.controls()) {
            csv.row(cells(control).toArray(String[]::new));
        }
    }

    Json json() {
        return new JsonArray(library.controls().stream()
                .flatMap(control -> frameworks.stream().map(framework -> json(control, framework)))
                .toList());
    }

    private Json json(Control control, FrameworkId framework) {
        return Json.object()
                .with("control", control.id().value())
                .with("framework", framework.value())
                .with(
                        "rows",
                        new JsonArray(matrix.rows(control.id(), framework).stream()
                                .map(CrosswalkText::json)
                                .toList()))
                .build();
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("control"));
        frameworks.forEach(framework -> heads.add(framework.value()));
        return heads;
    }

    private List<String> cells(Control control) {
        List<String> cells = new ArrayList<>(List.of(control.id().value()));
        for (FrameworkId framework : frameworks) {
            cells.add(cell(
                    matrix.best(control.id(), framework),
                    matrix.rows(control.id(), framework).size()));
        }
        return cells;
    }

    private static String cell(Optional<Mapping> best, int rows) {
        return best.map(row -> CrosswalkText.relation(row.relation()) + " " + row.strength()
                        + (rows > 1 ? " (" + rows + " rows)" : ""))
                .orElse("");
    }
}
