package org.cairn.causality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Single lines: `src/test/cases/audit-record` or below `-Dcases.dir`; the expected value or reason lies beside each.
class AuditRecordParserTest {
    private static final Path CASES = Path.of(System.getProperty("cases.dir", "src/test/cases"), "audit-record");
    /// Fields that the kernel writes as text; the others are codes and numbers.
    private static final Set<String> TEXTS =
            Set.of("name", "exe", "cwd", "comm", "key", "old", "cap", "tty", "hostname");

    private static final RawRecordRef REF = new RawRecordRef(Digest.sha256(Bytes.empty()), 0);

    private static List<Path> cases(String ending) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> records() throws IOException {
        return cases(".pass.txt");
    }

    static List<Path> others() throws IOException {
        return cases(".fail.txt");
    }

    private static AuditRecord parse(Path file) throws IOException, MalformedRecord {
        return AuditRecordParser.parse(Files.readString(file).stripTrailing(), "h", REF);
    }

    private static String expected(Path file) throws IOException {
        return Files.readString(Path.of(file.toString().replaceFirst("\\.(pass|fail)\\.txt$", ".expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("records")
    void parses(Path file) throws Exception {
        AuditRecord record = parse(file);
        String text = record.host() + " " + record.type() + " " + record.time() + " " + record.serial() + "\n"
                + lines("", record.fields()) + lines("enriched ", record.enriched());
        assertEquals(expected(file), text);
    }

    private static String lines(String prefix, Fields fields) {
        StringBuilder text = new StringBuilder();
        fields.values()
                .keySet()
                .forEach(name -> text.append(prefix)
                        .append(name)
                        .append('=')
                        .append((TEXTS.contains(name) ? fields.text(name) : fields.plain(name)).orElse("none"))
                        .append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesWithAReason(Path file) throws IOException {
        MalformedRecord refusal = assertThrows(MalformedRecord.class, () -> parse(file));
        assertEquals(expected(file).stripTrailing(), refusal.getMessage());
    }
}
