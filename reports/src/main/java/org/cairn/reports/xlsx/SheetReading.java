package org.cairn.reports.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The rows of one sheet (ECMA-376 part 1, 18.3.1).
final class SheetReading {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 256;

    private final XMLStreamReader xml;
    private final List<String> shared;
    private final PackedParts parts;
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<StoredSheet.Row> rows = new ArrayList<>();

    SheetReading(XMLStreamReader xml, List<String> shared, PackedParts parts) {
        this.xml = xml;
        this.shared = shared;
        this.parts = parts;
    }

    StoredSheet sheet(String name, boolean hidden) throws XMLStreamException, MalformedWorkbook {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "col" -> column();
                    case "row" -> row(name);
                    default -> {}
                }
            }
        }
        return new StoredSheet(name, hidden, hiddenColumns, rows);
    }

    private void column() {
        if (isOn("hidden")) {
            int from = number("min").orElse(1);
            int to = Math.min(number("max").orElse(from), MOST_COLUMNS);
            for (int column = from; column <= to; column++) {
                hiddenColumns.add(column - 1);
            }
        }
    }

    private void row(String sheet) throws XMLStreamException, MalformedWorkbook {
        int previous = rows.isEmpty() ? 0 : rows.getLast().number();
        int number = number("r").orElse(previous + 1);
        boolean hidden = isOn("hidden");
        SortedMap<Integer, StoredCell> cells = new TreeMap<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = WorkbookReading.attribute(xml, "r")
                        .map(SheetReading::column)
                        .orElse(column + 1);
                Optional<StoredCell> cell = cell();
                if (cell.isPresent()) {
                    if (column < 0 || column >= MOST_COLUMNS) {
                        throw parts.refused("sheet " + sheet + ", row " + number + ": holds something beyond column "
                                + MOST_COLUMNS + "; empty it");
                    }
                    cells.put(column, cell.get());
                }
            }
        }
        if (!cells.isEmpty()) {
            if (number <= previous || rows.size() >= MOST_ROWS) {
                throw parts.refused("sheet " + sheet + ", row " + number
                        + (number <= previous
                                ? ": stands there twice or out of order; save it as .xlsx again"
                                : ": more than " + MOST_ROWS + " rows; export the workbook again"));
            }
            rows.add(new StoredSheet.Row(number, hidden, cells));
        }
    }

    private Optional<StoredCell> cell() throws XMLStreamException {
        String type = WorkbookReading.attribute(xml, "t").orElse("n");
        String value = "";
        String inline = "";
        Optional<String> formula = Optional.empty();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = Optional.of(xml.getElementText());
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = new RichText().read(xml, "is");
                    default -> {}
                }
            }
        }
        return formula.isPresent()
                ? Optional.of(new StoredCell.Formula("=" + formula.get()))
                : stored(type, value, inline);
    }

    private Optional<StoredCell> stored(String type, String value, String inline) {
        return switch (type) {
            case "inlineStr" -> text(inline);
            case "s" -> shared(value);
            case "b" -> text(value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> Optional.of(new StoredCell.Broken("holds the error " + value));
            case "str" -> text(RichText.decoded(value));
            default -> numeric(value);
        };
    }

    private static Optional<StoredCell> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new StoredCell.Text(text));
    }

    private Optional<StoredCell> shared(String index) {
        return integer(index)
                .filter(at -> at < shared.size())
                .map(at -> text(shared.get(at)))
                .orElseGet(
                        () -> Optional.of(new StoredCell.Broken("refers to a text that the workbook does not hold")));
    }

    private static Optional<StoredCell> numeric(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = value.length() > 32 ? BigDecimal.ZERO : new BigDecimal(value);
            // 1E999999999 is short, and as plain digits it is not
            return Optional.of(
                    value.length() > 32 || Math.abs(number.scale()) > 32
                            ? new StoredCell.Broken("holds a number that nobody typed")
                            : new StoredCell.Numeric(number));
        } catch (NumberFormatException _) {
            return Optional.of(new StoredCell.Broken("says it is a number and is none"));
        }
    }

    private boolean isOn(String name) {
        String said = WorkbookReading.attribute(xml, name).orElse("");
        return said.equals("1") || said.equals("true");
    }

    private Optional<Integer> number(String name) {
        return WorkbookReading.attribute(xml, name).flatMap(SheetReading::integer);
    }

    private static Optional<Integer> integer(String digits) {
        return digits.length() <= 9 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.valueOf(digits))
                : Optional.empty();
    }

    /// Of a reference such as `AB12`, counted from 0; -1 for what is none.
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = Math.min(column, 1_000_000) * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
