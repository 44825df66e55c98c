package org.cairn.frameworks.own;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.frameworks.own.Column.RowKind;

/// Takes the rows of a table, of whichever file format, and makes a draft of them. A row counts from 1 and is what a
/// spreadsheet calls it; a column has a letter there. For one thread.
public final class TableReading {
    /// Of all kinds together, without the head.
    public static final int MOST_ROWS = 100_000;

    /// Far more than the table has columns: what stands further right is nobody's.
    public static final int MOST_COLUMNS = 256;

    private final Faults faults;
    private final Map<Column, Integer> head = new EnumMap<>(Column.class);
    private final List<Draft.Node> nodes = new ArrayList<>();
    private final List<Draft.Mapping> mappings = new ArrayList<>();
    /// Texts that come again and again, such as authors and dates, are kept once.
    private final Map<String, String> shared = new HashMap<>();

    private Optional<Cells> framework = Optional.empty();
    private boolean headRead;
    private int rows;

    /// @param file as messages name it
    public TableReading(String file) {
        faults = new Faults(file);
    }

    /// For what the format itself gets wrong.
    public void fault(int row, int column, String problem) {
        faults.add(where(row, column), problem);
    }

    /// For what leaves nothing more to read.
    public MalformedFramework broken(String where, String problem) {
        return faults.last(where, problem);
    }

    /// Takes the next row. Rows without anything in them are passed over.
    /// @throws MalformedFramework when there are too many to go on
    public void row(int number, List<String> texts) throws MalformedFramework {
        if (texts.stream().allMatch(String::isBlank)) {
            return;
        }
        if (!headRead) {
            headRead = true;
            head(number, texts);
            faults.refuse();
            return;
        }
        rows++;
        if (rows > MOST_ROWS) {
            throw broken("row " + number, "more than " + MOST_ROWS + " rows; split the framework");
        }
        Cells cells = new Cells(number, texts);
        Optional<RowKind> kind = RowKind.parse(cells.text(Column.ROW));
        if (kind.isEmpty()) {
            faults.add(
                    cells.of(Column.ROW.word()),
                    "'" + DraftCheck.shortened(cells.text(Column.ROW))
                            + "' is no kind of row: framework, requirement or mapping");
            return;
        }
        cells.refuseBeyond(kind.get());
        switch (kind.get()) {
            case FRAMEWORK -> framework(cells);
            case REQUIREMENT -> nodes.add(cells.node());
            case MAPPING -> mappings.add(cells.mapping());
        }
    }

    /// @throws MalformedFramework if the table itself has faults
    public Draft draft() throws MalformedFramework {
        if (!headRead) {
            throw broken("row 1", "the table is empty");
        }
        if (framework.isEmpty()) {
            faults.add("column " + letters(column(Column.ROW)) + " (row)", "no row says 'framework'");
        }
        faults.refuse();
        Cells cells = framework.orElseThrow();
        return new Draft(
                cells,
                cells.text(Column.ID),
                cells.text(Column.TITLE),
                cells.text(Column.REF),
                cells.text(Column.TEXT),
                nodes,
                mappings);
    }

    private void framework(Cells cells) {
        if (framework.isPresent()) {
            faults.add(cells.of(Column.ROW.word()), "a second framework; one file holds one");
        } else {
            framework = Optional.of(cells);
        }
    }

    private void head(int number, List<String> texts) {
        for (int at = 0; at < texts.size(); at++) {
            String name = CellText.normal(texts.get(at));
            Optional<Column> column = Column.parse(name);
            if (column.isPresent() && head.putIfAbsent(column.get(), at) != null) {
                faults.add(where(number, at), "the column '" + name + "' stands here twice");
            } else if (column.isEmpty() && !name.isEmpty()) {
                faults.add(where(number, at), "no column is called '" + DraftCheck.shortened(name) + "'");
            }
        }
        for (Column needed : List.of(Column.ROW, Column.ID, Column.REF, Column.TITLE, Column.ASSESSABLE)) {
            if (!head.containsKey(needed)) {
                faults.add("row " + number, "the column '" + needed.word() + "' is missing");
            }
        }
    }

    private int column(Column column) {
        return head.getOrDefault(column, 0);
    }

    private String share(String text) {
        if (text.length() > CellText.ID) {
            return text;
        }
        String before = shared.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    private static String where(int row, int column) {
        return "row " + row + ", column " + letters(column);
    }

    /// As spreadsheets name columns: A, B, …, Z, AA.
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /// One row under the head.
    private final class Cells implements Place {
        private final int number;
        private final List<String> texts;

        Cells(int number, List<String> texts) {
            this.number = number;
            this.texts = texts;
        }

        @Override
        public String of(String field) {
            Optional<Column> column = Column.parse(field).filter(head::containsKey);
            return column.map(each -> where(number, column(each)) + " (" + each.word() + ")")
                    .orElse("row " + number + (field.isEmpty() ? "" : ", column " + field));
        }

        String text(Column column) {
            int at = head.getOrDefault(column, Integer.MAX_VALUE);
            return at < texts.size() ? share(texts.get(at)) : "";
        }

        /// What stands where such a row says nothing would be lost.
        void refuseBeyond(RowKind kind) {
            for (int at = 0; at < texts.size(); at++) {
                int place = at;
                Optional<Column> column = head.entrySet().stream()
                        .filter(entry -> entry.getValue() == place)
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (!texts.get(at).isBlank() && column.filter(kind::uses).isEmpty()) {
                    faults.add(
                            where(number, at)
                                    + column.map(each -> " (" + each.word().toLowerCase(Locale.ROOT) + ")")
                                            .orElse(""),
                            "a row of kind '" + kind.word() + "' says nothing here; empty the cell");
                }
            }
        }

        Draft.Node node() {
            return new Draft.Node(
                    bare(),
                    text(Column.ID),
                    text(Column.PARENT),
                    text(Column.REF),
                    text(Column.TITLE),
                    text(Column.TEXT),
                    text(Column.ASSESSABLE));
        }

        Draft.Mapping mapping() {
            return new Draft.Mapping(
                    bare(),
                    text(Column.ID),
                    text(Column.MAPPED),
                    text(Column.RELATION),
                    text(Column.STRENGTH),
                    text(Column.RATIONALE),
                    text(Column.AUTHOR),
                    text(Column.DATE));
        }

        /// The place alone, so that the row's texts are not held twice.
        private Place bare() {
            return new Cells(number, List.of());
        }
    }
}
