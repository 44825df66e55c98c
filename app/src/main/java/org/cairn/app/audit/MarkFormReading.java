package org.cairn.app.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workbook.AnswerValues;
import org.cairn.app.workbook.CellFault;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.xlsx.MalformedWorkbook;
import org.cairn.reports.xlsx.StoredCell;
import org.cairn.reports.xlsx.StoredSheet;
import org.cairn.reports.xlsx.StoredSheet.Row;
import org.cairn.reports.xlsx.StoredWorkbook;

/// Reads a form of marks that was filled in with a spreadsheet program. Nothing in it is worked out.
public final class MarkFormReading {
    private final String name;
    private final StoredWorkbook workbook;
    private final List<CellFault> faults = new ArrayList<>();

    private MarkFormReading(String name, StoredWorkbook workbook) {
        this.name = name;
        this.workbook = workbook;
    }

    /// @param name  as messages name the file
    /// @param today what is due lies not before it
    public static MarkReading.Result read(String name, Bytes content, ReviewDraft draft, LocalDate today)
            throws AuditException {
        try {
            MarkFormReading reading = new MarkFormReading(name, StoredWorkbook.read(name, content));
            reading.requirePack(draft.pack());
            List<FilledMark> rows = reading.rows();
            return MarkReading.of(rows, draft, today, reading.faults);
        } catch (MalformedWorkbook e) {
            throw new AuditException(String.valueOf(e.getMessage()), e);
        }
    }

    private void requirePack(PackName pack) throws AuditException {
        Map<String, String> said = new HashMap<>();
        StoredSheet sheet = workbook.sheet(MarkForm.ORIGIN_SHEET)
                .orElseThrow(
                        () -> refused("does not say which pack it is for (no sheet " + MarkForm.ORIGIN_SHEET + ")"));
        for (Row row : sheet.rows()) {
            said.put(plain(row.cell(0)), plain(row.cell(1)));
        }
        if (!said.getOrDefault("format", "").equals(MarkForm.FORMAT)) {
            throw refused("is not of the form " + MarkForm.FORMAT);
        }
        if (!said.getOrDefault("sums", "").equals(pack.sums().hex())) {
            throw refused("is for pack " + said.getOrDefault("pack", "(none named)") + ", and this review is of "
                    + pack.packId());
        }
    }

    private List<FilledMark> rows() throws AuditException {
        for (Language language : Language.values()) {
            Optional<StoredSheet> sheet = workbook.sheet(MarkForm.sheetName(language));
            if (sheet.isPresent()) {
                return rows(sheet.get());
            }
        }
        throw refused("has no sheet called Items or Posten");
    }

    private List<FilledMark> rows(StoredSheet sheet) throws AuditException {
        if (sheet.hidden() || sheet.rows().isEmpty()) {
            throw refused("has its sheet " + sheet.name() + (sheet.hidden() ? " hidden" : " empty"));
        }
        Map<MarkColumn, Integer> columns = new EnumMap<>(MarkColumn.class);
        Row head = sheet.rows().getFirst();
        for (int at : head.cells().keySet()) {
            Optional<MarkColumn> column = MarkColumn.named(plain(head.cell(at)));
            if (column.isPresent() && columns.putIfAbsent(column.get(), at) != null) {
                throw refused("has two columns called " + plain(head.cell(at)));
            }
        }
        if (columns.size() < MarkColumn.values().length) {
            throw refused("lacks a column in the first row of sheet " + sheet.name());
        }
        for (Map.Entry<MarkColumn, Integer> column : columns.entrySet()) {
            if (sheet.hiddenColumns().contains(column.getValue())) {
                throw refused(
                        "has a hidden column on sheet " + sheet.name() + "; show it, so that you see what you sign");
            }
        }
        List<FilledMark> rows = new ArrayList<>();
        for (Row row : sheet.rows().subList(1, sheet.rows().size())) {
            Map<MarkColumn, String> texts = new EnumMap<>(MarkColumn.class);
            columns.forEach((column, at) -> texts.put(column, text(sheet, row, column, at)));
            rows.add(new FilledMark(
                    sheet.name(),
                    row.number(),
                    row.hidden(),
                    texts.getOrDefault(MarkColumn.ITEM, ""),
                    texts.getOrDefault(MarkColumn.MARK, ""),
                    texts.getOrDefault(MarkColumn.REMARK, ""),
                    texts.getOrDefault(MarkColumn.DUE, "")));
        }
        return rows;
    }

    private String text(StoredSheet sheet, Row row, MarkColumn column, int at) {
        Optional<StoredCell> cell = row.cell(at);
        if (cell.isEmpty()) {
            return "";
        }
        String reference = StoredSheet.reference(row.number(), at);
        return switch (cell.get()) {
            case StoredCell.Text(String text) -> AnswerValues.plain(text);
            case StoredCell.Numeric(BigDecimal number)
            when column == MarkColumn.DUE ->
                workbook.day(number)
                        .map(LocalDate::toString)
                        .orElse(number.stripTrailingZeros().toPlainString());
            case StoredCell.Numeric(BigDecimal number) ->
                number.stripTrailingZeros().toPlainString();
            case StoredCell.Formula(String formula) ->
                faulty(sheet, reference, formula, "holds a formula, which is not worked out", "type its result");
            case StoredCell.Broken(String problem) -> faulty(sheet, reference, "", problem, "type what is meant");
        };
    }

    private String faulty(StoredSheet sheet, String cell, String value, String reason, String mend) {
        faults.add(new CellFault(sheet.name(), cell, value, reason, mend));
        return "";
    }

    private static String plain(Optional<StoredCell> cell) {
        return cell.filter(StoredCell.Text.class::isInstance)
                .map(StoredCell.Text.class::cast)
                .map(text -> AnswerValues.plain(text.text()))
                .orElse("");
    }

    private AuditException refused(String why) {
        return new AuditException(name + ": " + why + "; write the form again (cairn audit form) and fill that one in");
    }
}
