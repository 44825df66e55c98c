package org.cairn.collectors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One case of a parser: `src/test/cases/<parser>/<what-is-special>.pass.txt` or `.fail.txt`, and what it gives beside
/// it in `.expected.txt`. `-Dcases.dir=FOLDER` runs the same over another folder.
public record ParserCase(String parser, Path file) {
    private static final String COMPLAINT = "not understood: ";

    /// What a parser makes of a text: its values, and how much it did not understand.
    public interface Reading {
        String read(String text) throws Exception;
    }

    public static Stream<ParserCase> of(Iterable<String> parsers) throws IOException {
        Stream<ParserCase> all = Stream.of();
        for (String parser : parsers) {
            Path folder =
                    Path.of(System.getProperty("cases.dir", "src/test/cases")).resolve(parser);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    List<Path> inputs =
                            files.filter(ParserCase::isInput).sorted().toList();
                    all = Stream.concat(all, inputs.stream().map(file -> new ParserCase(parser, file)));
                }
            }
        }
        return all;
    }

    public void check(Reading reading) throws Exception {
        String found = reading.read(Files.readString(file));
        Path beside = Path.of(file.toString().replaceFirst("\\.(pass|fail)\\.txt$", ".expected.txt"));
        if (Boolean.getBoolean("cases.write")) {
            Files.writeString(beside, found);
        }
        assertEquals(Files.readString(beside), found, file.toString());
        assertEquals(file.toString().endsWith(".fail.txt"), found.contains(COMPLAINT), file + " gave " + found);
        assertTrue(found.endsWith("\n"));
    }

    /// One value a line, and the complaint if there is one.
    public static String lines(List<?> values, int unknown) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString())
                    .append('\n');
        }
        return unknown == 0 && !text.isEmpty()
                ? text.toString()
                : text + (unknown == 0 ? "nothing\n" : COMPLAINT + unknown + "\n");
    }

    /// A parser that refuses the whole text.
    public static String refused(Exception refusal) {
        return COMPLAINT + "all of it (" + refusal.getClass().getSimpleName() + ")\n";
    }

    private static boolean isInput(Path file) {
        return file.toString().endsWith(".pass.txt") || file.toString().endsWith(".fail.txt");
    }
}
