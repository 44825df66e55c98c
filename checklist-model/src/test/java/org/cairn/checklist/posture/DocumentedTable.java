package org.cairn.checklist.posture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// A table of `docs/judgement.md`, found by the first cell of its head.
final class DocumentedTable {
    private final List<List<String>> rows;

    private DocumentedTable(List<List<String>> rows) {
        this.rows = rows;
    }

    static DocumentedTable named(String firstCell) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/judgement.md"))) {
            List<String> cells = line.startsWith("|") ? cells(line) : List.of();
            if (!rows.isEmpty() && cells.isEmpty()) {
                return new DocumentedTable(rows);
            }
            if (!rows.isEmpty() || !cells.isEmpty() && cells.getFirst().equals(firstCell)) {
                rows.add(cells);
            }
        }
        throw new IllegalArgumentException("no table " + firstCell);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }

    List<String> columns() {
        return rows.getFirst().subList(1, rows.getFirst().size());
    }

    List<String> rowNames() {
        return rows.stream().skip(2).map(List::getFirst).toList();
    }

    /// Row, column and what stands there, for each cell.
    Stream<Arguments> cells() {
        return rows.stream()
                .skip(2)
                .flatMap(row -> Stream.iterate(1, column -> column < row.size(), column -> column + 1)
                        .map(column ->
                                Arguments.of(row.getFirst(), rows.getFirst().get(column), row.get(column))));
    }
}
