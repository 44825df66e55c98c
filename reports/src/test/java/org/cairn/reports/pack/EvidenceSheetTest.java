package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cairn.evidence.Evidence;
import org.cairn.reports.pack.EvidenceSheet.Artefact;
import org.junit.jupiter.api.Test;

class EvidenceSheetTest {
    private static boolean isWithheld(EvidenceSheet sheet) {
        return sheet.artefacts().stream().anyMatch(Artefact.Withheld.class::isInstance);
    }

    @Test
    void whatIsWithheldIsNotPrintedBesideItsCommitment() {
        List<EvidenceSheet> withheld = SamplePack.realistic().evidence().stream()
                .filter(EvidenceSheetTest::isWithheld)
                .toList();
        assertFalse(withheld.isEmpty());
        for (EvidenceSheet sheet : withheld) {
            Evidence shown = sheet.recorded().evidence();
            assertEquals(List.of(), shown.sources());
            assertEquals(Map.of(), shown.facts());
            assertEquals(List.of(), shown.populations());
            assertEquals(List.of(), shown.refusals());
            assertFalse(shown.host().isEmpty());
        }
        assertTrue(SamplePack.realistic().evidence().stream()
                .filter(sheet -> !isWithheld(sheet))
                .noneMatch(sheet -> sheet.recorded().evidence().sources().isEmpty()));
    }
}
