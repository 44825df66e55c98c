package org.cairn.app.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.frameworks.Language;
import org.cairn.proof.Digest;
import org.cairn.reports.xlsx.StoredCell;
import org.cairn.reports.xlsx.StoredSheet;
import org.cairn.reports.xlsx.StoredSheet.Row;
import org.cairn.reports.xlsx.StoredWorkbook;

/// Reads a form that came back, cell by cell. What cannot be read is a fault of its cell; the rest is read on.
public final class AnswerFormReading {
    private static final String EXPORT = "export the workbook (cairn workbook export) and fill that one in";

    private final String name;
    private final StoredWorkbook workbook;
    private final List<CellFault> faults = new ArrayList<>();

    private AnswerFormReading(String name, StoredWorkbook workbook) {
        this.name = name;
        this.workbook = workbook;
    }

    /// @param name as messages name the file
    public static FilledForm read(String name, StoredWorkbook workbook) throws UnreadableForm {
        return new AnswerFormReading(name, workbook).form();
    }

    private FilledForm form() throws UnreadableForm {
        WorkbookOrigin origin = origin();
        for (Language language : Language.values()) {
            Optional<StoredSheet> sheet = workbook.sheet(AnswerForm.sheetName(language));
            if (sheet.isPresent()) {
                return new FilledForm(origin, rows(sheet.get()), faults);
            }
        }
        throw refused("has no sheet called Answers or Antworten");
    }

    private WorkbookOrigin origin() throws UnreadableForm {
        Map<String, String> said = new HashMap<>();
        StoredSheet sheet = workbook.sheet(AnswerForm.ORIGIN_SHEET)
                .orElseThrow(() -> refused("does not say which state it was exported from (no sheet "
                        + AnswerForm.ORIGIN_SHEET + "); the workbook of a pack is signed and not filled in"));
        for (Row row : sheet.rows()) {
            said.put(text(row.cell(0)), text(row.cell(1)));
        }
        if (!said.getOrDefault("format", "").equals(AnswerForm.FORMAT)) {
            throw refused("is not of the form " + AnswerForm.FORMAT + " (sheet " + AnswerForm.ORIGIN_SHEET + ")");
        }
        String entries = said.getOrDefault("entries", "");
        try {
            if (!entries.matches("[1-9][0-9]{0,9}")) {
                throw refused("names no number of entries (sheet " + AnswerForm.ORIGIN_SHEET + ")");
            }
            return new WorkbookOrigin(
                    said.getOrDefault("log", ""),
                    Long.parseLong(entries),
                    Digest.parseHex(said.getOrDefault("root", "")));
        } catch (IllegalArgumentException _) {
            throw refused("names no root (sheet " + AnswerForm.ORIGIN_SHEET + ")");
        }
    }

    private static String text(Optional<StoredCell> cell) {
        return cell.map(stored -> switch (stored) {
                    case StoredCell.Text(String text) -> AnswerValues.plain(text);
                    case StoredCell.Numeric(var value) ->
                        value.stripTrailingZeros().toPlainString();
                    case StoredCell.Formula _, StoredCell.Broken _ -> "";
                })
                .orElse("");
    }

    private List<FilledRow> rows(StoredSheet sheet) throws UnreadableForm {
        if (sheet.hidden()) {
            throw refused("has its sheet " + sheet.name() + " hidden; show it, so that people see what is taken");
        }
        if (sheet.rows().isEmpty()) {
            throw refused("has an empty sheet " + sheet.name());
        }
        Row head = sheet.rows().getFirst();
        Map<AnswerColumn, Integer> columns = new EnumMap<>(AnswerColumn.class);
        Optional<Integer> subject = Optional.empty();
        for (int column : head.cells().keySet()) {
            String title = text(head.cell(column));
            for (Language language : Language.values()) {
                if (title.equals(AnswerForm.rowTitle(language))) {
                    subject = Optional.of(column);
                }
                for (AnswerColumn each : AnswerColumn.values()) {
                    if (title.equals(each.title(language))) {
                        Integer other = columns.putIfAbsent(each, column);
                        if (other != null && other != column) {
                            throw refused("has two columns called " + title + " (sheet " + sheet.name() + ")");
                        }
                    }
                }
            }
        }
        if (subject.isEmpty() || columns.size() < AnswerColumn.values().length) {
            throw refused("lacks a column in the first row of sheet " + sheet.name());
        }
        SortedMap<String, FilledRow> bySubject = new TreeMap<>();
        List<FilledRow> rows = new ArrayList<>();
        for (Row row : sheet.rows().subList(1, sheet.rows().size())) {
            row(sheet, row, subject.get(), columns).ifPresent(read -> {
                FilledRow first = bySubject.putIfAbsent(read.subject(), read);
                if (first == null) {
                    rows.add(read);
                } else {
                    faults.add(new CellFault(
                            sheet.name(),
                            "A" + read.number(),
                            read.subject(),
                            "the row stands here twice, first in row " + first.number(),
                            "delete one of the two"));
                }
            });
        }
        return rows;
    }

    private Optional<FilledRow> row(StoredSheet sheet, Row row, int subjectColumn, Map<AnswerColumn, Integer> columns) {
        String subject = text(row.cell(subjectColumn));
        if (subject.isEmpty()) {
            faults.add(new CellFault(
                    sheet.name(),
                    StoredSheet.reference(row.number(), subjectColumn),
                    "",
                    "the row does not say which one it is",
                    "empty the whole row, or copy its name back"));
            return Optional.empty();
        }
        Map<AnswerColumn, String> texts = new EnumMap<>(AnswerColumn.class);
        Map<AnswerColumn, String> hidden = new EnumMap<>(AnswerColumn.class);
        CellReading reading = new CellReading(workbook, sheet.name(), faults);
        columns.forEach((column, at) -> {
            String cell = StoredSheet.reference(row.number(), at);
            row.cell(at)
                    .flatMap(stored -> reading.read(column, stored, cell))
                    .ifPresent(text -> texts.put(column, text));
            if (row.hidden()) {
                hidden.put(column, "row " + row.number() + " is hidden");
            } else if (sheet.hiddenColumns().contains(at)) {
                hidden.put(column, "its column is hidden");
            }
        });
        return Optional.of(
                new FilledRow(subject, sheet.name(), row.number(), new AnswerValues(texts), columns, hidden));
    }

    private UnreadableForm refused(String why) {
        return new UnreadableForm(name + ": " + why + "; " + EXPORT);
    }
}
