package org.cairn.collectors.imports.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.UnreadableReport;

/// A JSON file of objects: one, several one after another, or a list of them.
final class OneOrMany {
    private OneOrMany() {}

    static void through(Reader text, JsonWalk.Taking taking) throws UnreadableReport {
        BufferedReader peeking = new BufferedReader(text, 1 << 16);
        boolean list = firstIsBracket(peeking);
        new JsonWalk().whole(list ? "/*" : "/", taking).through(peeking);
    }

    private static boolean firstIsBracket(BufferedReader text) throws UnreadableReport {
        try {
            int c = ' ';
            while (c >= 0 && Character.isWhitespace(c)) {
                text.mark(1);
                c = text.read();
            }
            text.reset();
            return c == '[';
        } catch (IOException e) {
            throw new UnreadableReport("line 1", "cannot be read: " + e.getMessage(), "Save the file as UTF-8");
        }
    }
}
