package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.RecordedEvidence;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final RecordedEvidence RECORDED =
            SamplePack.realistic().evidence().getFirst().recorded();
    private static final Instant OBSERVED = RECORDED.evidence().observedAt();

    private static Freshness of(Optional<Instant> staleFrom, Duration age) {
        return Freshness.of(
                new EvidenceSheet(RECORDED, "Ruleset", staleFrom, List.of(), List.of()), OBSERVED.plus(age));
    }

    @Test
    void theLastQuarterOfItsTimeIsAnnouncedAndItsEndEndsIt() {
        Optional<Instant> end = Optional.of(OBSERVED.plus(Duration.ofDays(8)));
        assertEquals(Freshness.FRESH, of(end, Duration.ofDays(6).minusSeconds(1)));
        assertEquals(Freshness.LAPSING, of(end, Duration.ofDays(6)));
        assertEquals(Freshness.LAPSING, of(end, Duration.ofDays(8).minusSeconds(1)));
        assertEquals(Freshness.LAPSED, of(end, Duration.ofDays(8)));
    }

    @Test
    void whatHasNoEndIsCalledSoHoweverOldItIs() {
        assertEquals(Freshness.WITHOUT_LIMIT, of(Optional.empty(), Duration.ofDays(4000)));
    }
}
