package org.cairn.collectors.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Lines of a text, each bounded. Ends with LF, CR LF, or the file.
public final class BoundedLines {
    /// Lynis writes all executed tests on one line, some 10 kB.
    private static final int LONGEST = 4 << 20;

    private final BufferedReader reader;
    private long number;

    public BoundedLines(Reader text) {
        reader = new BufferedReader(text, 1 << 16);
    }

    public Optional<String> next() throws UnreadableReport {
        number++;
        StringBuilder line = new StringBuilder();
        try {
            int c = reader.read();
            if (c < 0) {
                return Optional.empty();
            }
            while (c >= 0 && c != '\n') {
                line.append((char) c);
                if (line.length() > LONGEST) {
                    throw new UnreadableReport(
                            place(), "the line is longer than " + LONGEST + " characters", "No such report is written");
                }
                c = reader.read();
            }
        } catch (IOException e) {
            throw Failing.at(place(), e);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(line.toString());
    }

    public String place() {
        return "line " + number;
    }
}
