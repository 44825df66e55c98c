package org.cairn.checklist.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            int nanos = random.nextInt(1_000_000_000);
            int spelled = switch (i % 4) {
                case 0 -> 0;
                case 1 -> nanos - nanos % 1_000_000;
                case 2 -> nanos - nanos % 1_000;
                default -> nanos;
            };
            Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), spelled);
            assertEquals(instant, Instants.parse(Instants.text(instant)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T04:30:00",
                "2026-11-21T04:30Z",
                "2026-11-21 04:30:00Z",
                "2026-11-21T04:30:00z",
                "2026-11-21T04:30:00.Z",
                "2026-11-21T04:30:00.5Z",
                "2026-11-21T04:30:00.000Z",
                "2026-11-21T04:30:00.500000Z",
                "2026-11-21T04:30:00.123000000Z",
                "2026-11-21T04:30:00,123Z",
                "2026-11-21T04:30:00.12-Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T23:60:00Z",
                "2026-11-21T23:59:60Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-11-00T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-11-31T00:00:00Z",
                "-026-11-21T04:30:00Z",
                "+2026-11-21T04:30:00Z",
                "٢٠٢٦-11-21T04:30:00Z",
                ""
            })
    void noOtherSpellingIsRead(String text) {
        assertThrows(DateTimeException.class, () -> Instants.parse(text));
    }

    @Test
    void theLastDaysOfMonthsAreRead() {
        assertEquals(Instant.parse("2028-02-29T23:59:59.999Z"), Instants.parse("2028-02-29T23:59:59.999Z"));
    }
}
