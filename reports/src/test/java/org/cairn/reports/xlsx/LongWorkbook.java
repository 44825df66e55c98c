package org.cairn.reports.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.SamplePack;
import org.cairn.reports.pack.Wording;

/// A workbook of very many rows of evidence, and the same rows as text for other libraries to write:
/// `benchmarks/run reports` starts it.
final class LongWorkbook {
    /// Every third piece is withheld, and has one row instead of two.
    private static final int ROWS_OF_THREE = 5;

    private LongWorkbook() {}

    /// @param arguments `workbook` or `rows`, the file, and how many rows the evidence has
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        PackModel model = SamplePack.resting(Integer.parseInt(arguments[2]) * 3 / ROWS_OF_THREE);
        switch (arguments[0]) {
            case "workbook" -> Files.write(file, Workbook.render(model).toByteArray());
            case "rows" -> rows(model, file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// One line a row; cells apart by tabs, each with a letter for its kind.
    private static void rows(PackModel model, Path file) throws IOException {
        ReportWords words = ReportWords.in(model.language());
        Table table = new EvidenceTable(new Tables(model, words, new Wording(words, model))).table();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(line(table.columns().stream()
                    .map(column -> new Cell.Text(column.title()))
                    .toList()));
            for (List<Cell> row : table.rows()) {
                out.write(line(row));
            }
        }
    }

    private static String line(List<? extends Cell> cells) {
        return cells.stream().map(LongWorkbook::cell).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> "t" + text.replace('\n', '\u000b');
            case Cell.Head head -> "t" + head.title();
            case Cell.Status status -> "t" + status.text();
            case Cell.Count(var number) -> "n" + number;
            case Cell.Time(var time) -> "d" + time;
            case Cell.Day(var day) -> "t" + day;
            case Cell.Empty() -> "t";
        };
    }
}
