package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A log of JSON objects, one a line or printed over several lines. Where one is cut, the next begins with the next
/// line that starts with a brace, since printed objects are indented.
final class JsonFormat implements RecordFormat {
    /// Characters of one object; a log that never closes one does not fill the memory.
    static final int LONGEST = 1 << 20;

    private final JsonRecords records;
    private final StringBuilder open = new StringBuilder();
    private Optional<RejectedLine> began = Optional.empty();
    private Optional<RawRecordRef> start = Optional.empty();
    private Optional<RejectedLine> cut = Optional.empty();
    private int depth;
    private boolean inText;

    JsonFormat(JsonRecords records) {
        this.records = records;
    }

    @Override
    public Line take(String line, long number, RawRecordRef ref) throws MalformedRecord {
        if (began.isPresent() && line.startsWith("{")) {
            cut = began;
            drop();
        }
        if (began.isEmpty()) {
            if (line.isBlank()) {
                return Line.PART;
            }
            began = Optional.of(new RejectedLine(number, ref.offset(), "an object begins here and does not end"));
            start = Optional.of(ref);
        }
        follow(line);
        open.append(line).append('\n');
        if (open.length() > LONGEST) {
            drop();
            throw new MalformedRecord("an object of more than " + LONGEST + " characters");
        }
        if (depth > 0) {
            return Line.PART;
        }
        String text = open.toString();
        RawRecordRef first = start.orElse(ref);
        drop();
        records.take(parsed(text), first);
        return Line.RECORD;
    }

    private void drop() {
        open.setLength(0);
        began = Optional.empty();
        start = Optional.empty();
        depth = 0;
    }

    private void follow(String line) {
        inText = false; // no text goes on in the next line
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inText) {
                i += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else {
                bracket(c);
            }
        }
    }

    private void bracket(char c) {
        switch (c) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
    }

    private static JsonObject parsed(String text) throws MalformedRecord {
        try {
            return Json.parseObject(Bytes.utf8(text));
        } catch (MalformedJson e) {
            throw new MalformedRecord("no JSON object: " + e.getMessage());
        }
    }

    @Override
    public void finish() {
        cut = began;
    }

    @Override
    public Optional<RejectedLine> cut() {
        Optional<RejectedLine> told = cut;
        cut = Optional.empty();
        return told;
    }

    @Override
    public long late() {
        return 0;
    }
}
