package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @Test
    void columnsAreAlignedAndLinesHaveNoTrailingSpace() {
        Table table = new Table("id", "title");
        table.row("NET-4", "Default deny");
        table.row("N", "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.printTo(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(
                "id     title\nNET-4  Default deny\nN\n",
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void escapeSequencesFromAFileNameNeverReachTheTerminal() {
        assertEquals("?[31mred?", Table.printable("\u001B[31mred\u202E"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain      | plain",
                "a,b        | \"a,b\"",
                "say \"no\" | \"say \"\"no\"\"\"",
                "=1+1       | '=1+1",
                "@cmd       | '@cmd",
                "-2         | '-2",
            })
    void aFieldIsQuotedAndNeverAFormula(String field, String written) {
        assertEquals(written, Csv.field(field));
    }

    @Test
    void aDayMeansItsEndAndTodayMeansNow() throws Refused {
        assertEquals(Instant.parse("2026-03-30T23:59:59.999999999Z"), When.parse("2026-03-30", NOW));
        assertEquals(NOW, When.parse("2026-03-31", NOW));
        assertEquals(Instant.parse("2026-03-30T10:00:00Z"), When.parse("2026-03-30T10:00:00Z", NOW));
    }

    @Test
    void aFaultsCodeNamesThePlaceAndNotTheData() {
        assertEquals(FaultCode.of(faultAbout("Anna")), FaultCode.of(faultAbout("Bo")));
        assertNotEquals(FaultCode.of(faultAbout("Anna")), FaultCode.of(new IllegalStateException("Anna")));
    }

    private static Throwable faultAbout(String name) {
        return new IllegalArgumentException("no person " + name);
    }
}
