package org.cairn.reports.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.TableReading;

/// The rows of one sheet (ECMA-376 part 1, 18.3.1), handed to a table one by one.
final class SheetCells {
    /// Takes note of a text, and refuses when there are too many.
    @FunctionalInterface
    interface Counting {
        String count(String text) throws MalformedFramework;
    }

    private final XMLStreamReader xml;
    private final List<String> shared;
    private final TableReading table;
    private final Counting counting;
    private int row;
    private int column;

    SheetCells(XMLStreamReader xml, List<String> shared, TableReading table, Counting counting) {
        this.xml = xml;
        this.shared = shared;
        this.table = table;
        this.counting = counting;
    }

    void read() throws XMLStreamException, MalformedFramework {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                row = attribute("r").flatMap(SheetCells::number).orElse(row + 1);
                table.row(row, cells());
            }
        }
    }

    private List<String> cells() throws XMLStreamException, MalformedFramework {
        List<String> cells = new ArrayList<>();
        column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = attribute("r").map(SheetCells::column).orElse(column + 1);
                String text = counting.count(cell());
                if (column < 0 || column >= TableReading.MOST_COLUMNS) {
                    if (!text.isBlank()) {
                        throw table.broken("row " + row, "has a cell beyond column " + TableReading.MOST_COLUMNS);
                    }
                    continue;
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        return cells;
    }

    private String cell() throws XMLStreamException {
        String type = attribute("t").orElse("n");
        String value = "";
        String inline = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> {
                        table.fault(row, column, "holds a formula; put its result there as a text");
                        xml.getElementText();
                    }
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = new RichText().read(xml, "is");
                    default -> {}
                }
            }
        }
        return text(type, value, inline);
    }

    private String text(String type, String value, String inline) {
        return switch (type) {
            case "inlineStr" -> inline;
            case "s" -> shared(value);
            case "b" -> value.equals("1") ? "yes" : "no";
            case "e" -> {
                table.fault(row, column, "holds the error " + value);
                yield "";
            }
            case "str" -> RichText.decoded(value);
            default -> plain(value);
        };
    }

    private String shared(String index) {
        Optional<Integer> number = number(index).filter(at -> at < shared.size());
        if (number.isEmpty()) {
            table.fault(row, column, "refers to a text that the workbook does not hold");
            return "";
        }
        return shared.get(number.get());
    }

    /// A number as people read it: 1.1 and not 1.1000000000000001.
    private static String plain(String value) {
        try {
            double number = Double.parseDouble(value);
            return value.length() > 32 || Double.isInfinite(number) || Double.isNaN(number)
                    ? value
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String digits) {
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
