package org.cairn.collectors.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Stands before an XML parser and stops what the parser would hold in memory whole: an attribute, a comment, a CDATA
/// section or an instruction without end. Refuses a document type declaration before the parser sees it, and with it
/// every entity (XML 1.0, section 2.8 and 4).
final class XmlGuard extends FilterReader {
    /// Of one piece of markup or text. The longest seen in public reports, a script in an ARF, has 200 kB.
    static final int LONGEST = 16 << 20;

    private enum State {
        TEXT,
        /// Behind `<`.
        OPENED,
        /// Behind `<!`.
        DECLARED,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private State state = State.TEXT;
    private long line = 1;
    private int length;
    private char before;
    private char last;

    XmlGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int count) throws IOException {
        int read = in.read(buffer, from, count);
        for (int i = from; i < from + read; i++) {
            see(buffer[i]);
        }
        return read;
    }

    private void see(char c) throws UnreadableReport {
        length++;
        if (c == '\n') {
            line++;
        }
        state = switch (state) {
            case TEXT -> c == '<' ? begin(State.OPENED) : State.TEXT;
            case OPENED -> opened(c);
            case DECLARED -> declared(c);
            case COMMENT -> c == '>' && last == '-' && before == '-' ? begin(State.TEXT) : State.COMMENT;
            case CDATA -> c == '>' && last == ']' && before == ']' ? begin(State.TEXT) : State.CDATA;
            case INSTRUCTION -> c == '>' && last == '?' ? begin(State.TEXT) : State.INSTRUCTION;
        };
        before = last;
        last = c;
        if (length > LONGEST) {
            throw new UnreadableReport(
                    "line " + line,
                    "one piece of text or markup is longer than " + LONGEST + " characters",
                    "Export the report without such content");
        }
    }

    private static State opened(char c) {
        return switch (c) {
            case '!' -> State.DECLARED;
            case '?' -> State.INSTRUCTION;
            default -> State.TEXT;
        };
    }

    private State declared(char c) throws UnreadableReport {
        return switch (c) {
            case '-' -> State.COMMENT;
            case '[' -> State.CDATA;
            default ->
                throw new UnreadableReport(
                        "line " + line,
                        "a document type declaration, which no report needs, is refused with all its entities",
                        "Remove it if you trust the file");
        };
    }

    private State begin(State next) {
        length = 0;
        return next;
    }
}
