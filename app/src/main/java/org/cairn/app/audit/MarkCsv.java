package org.cairn.app.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// Marks as comma-separated values (RFC 4180, section 2) in UTF-8, with the names of the columns in the first row.
public final class MarkCsv {
    private static final int MOST_ROWS = 200_000;

    private final String name;
    private final String text;
    private int position;

    private MarkCsv(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public static MarkReading.Result read(String name, Bytes content, ReviewDraft draft, LocalDate today)
            throws AuditException {
        String text = content.asUtf8();
        if (!Bytes.utf8(text).equals(content)) {
            throw new AuditException(name + ": is not UTF-8; save it as \"CSV UTF-8\"");
        }
        List<FilledMark> rows = new MarkCsv(name, text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
        return MarkReading.of(rows, draft, today, List.of());
    }

    private List<FilledMark> rows() throws AuditException {
        Map<MarkColumn, Integer> columns = new EnumMap<>(MarkColumn.class);
        List<String> head = record(1);
        for (int at = 0; at < head.size(); at++) {
            Optional<MarkColumn> column = MarkColumn.named(head.get(at));
            if (column.isPresent() && columns.putIfAbsent(column.get(), at) != null) {
                throw new AuditException(name + ": row 1 names the column " + head.get(at) + " twice");
            }
        }
        if (!columns.containsKey(MarkColumn.ITEM) || !columns.containsKey(MarkColumn.MARK)) {
            throw new AuditException(name + ": row 1 has to name the columns item and mark; remark and due may follow");
        }
        List<FilledMark> rows = new ArrayList<>();
        for (int number = 2; position < text.length(); number++) {
            if (number > MOST_ROWS) {
                throw new AuditException(name + ": more than " + MOST_ROWS + " rows");
            }
            List<String> fields = record(number);
            rows.add(new FilledMark(
                    name,
                    number,
                    false,
                    field(fields, columns, MarkColumn.ITEM),
                    field(fields, columns, MarkColumn.MARK),
                    field(fields, columns, MarkColumn.REMARK),
                    field(fields, columns, MarkColumn.DUE)));
        }
        return rows;
    }

    /// Without the apostrophe that keeps a spreadsheet from calculating.
    private static String field(List<String> fields, Map<MarkColumn, Integer> columns, MarkColumn column) {
        Integer at = columns.get(column);
        String field = at == null || at >= fields.size() ? "" : fields.get(at).strip();
        return field.matches("'[=+\\-@].*") ? field.substring(1) : field;
    }

    private List<String> record(int number) throws AuditException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(position < text.length() && text.charAt(position) == '"' ? quoted(number) : plain());
            if (position >= text.length()) {
                return fields;
            }
            char end = text.charAt(position++);
            if (end == '\r' && position < text.length() && text.charAt(position) == '\n') {
                position++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String plain() {
        int start = position;
        while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted(int number) throws AuditException {
        StringBuilder field = new StringBuilder();
        position++;
        while (true) {
            int quote = text.indexOf('"', position);
            if (quote < 0) {
                throw new AuditException(name + ": row " + number + " begins a quotation mark that never ends");
            }
            field.append(text, position, quote);
            position = quote + 1;
            if (position >= text.length() || text.charAt(position) != '"') {
                break;
            }
            field.append('"');
            position++;
        }
        if (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            throw new AuditException(name + ": row " + number + " goes on behind a closing quotation mark");
        }
        return field.toString().replace("\r\n", "\n");
    }
}
