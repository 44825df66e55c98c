package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.Counts;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an auditor did not sign is found in a pack, though the owner of the ledger recorded it with keys of their own.
class ReviewTamperingTest {
    private static final String OTHER_WORDS = "says of LOG-1 what the auditor did not sign in that review";
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("signer", "is not signed by key"),
            Map.entry("key", "and names another key"),
            Map.entry("mark", OTHER_WORDS),
            Map.entry("words", OTHER_WORDS),
            Map.entry("due", OTHER_WORDS),
            Map.entry("unsaid", "says of NET-4 what the auditor did not sign in that review"),
            Map.entry("dropped", "says something of LOG-1 that no entry of the pack passes on"),
            Map.entry("count", "says another objections than its entry"),
            Map.entry("unmarked", "says another unmarked than its entry"),
            Map.entry("time", "says another signedAt than its entry"),
            Map.entry("type", "its payload type is not application/vnd.cairn.audit-review.v1+json"),
            Map.entry("form", "is not what an auditor signs: the envelope is not the JSON expected"));

    @TempDir
    Path temporary;

    private static String fileOf(long entry, String lie) {
        return switch (lie) {
            case "mark", "words", "due", "unsaid" -> "ledger/entries/" + (entry + 1) + ".json";
            case "key" -> "ledger/entries/" + entry + ".json";
            default -> "texts/" + entry + "-review.txt";
        };
    }

    @Test
    void whatAnAuditorNeverSignedIsNamedAndWhatTheySignedIsNot() throws Exception {
        SampleReviews.Written reviews = SampleReviews.write(temporary);
        Report report = PackVerification.verify(reviews.zip());
        reviews.lies()
                .forEach((entry, lie) -> assertTrue(
                        report.defects().stream()
                                .anyMatch(defect -> defect.problem().contains(PROBLEMS.getOrDefault(lie, "no such lie"))
                                        && defect.file().equals(fileOf(entry, lie))),
                        lie + " of " + report.defects()));
        List<Defect> aboutTheSound = report.defects().stream()
                .filter(defect -> defect.entry()
                        .filter(entry -> entry == reviews.sound() || entry == reviews.sound() + 1)
                        .isPresent())
                .toList();
        assertEquals(List.of(), aboutTheSound);
        assertTrue(
                report.notes().stream()
                        .anyMatch(
                                note -> note.startsWith("entry " + reviews.sound() + ": the review is signed by key ")),
                report.notes().toString());
    }

    @Test
    void aPackWithoutWhatTheAuditorSignedSaysSo() throws Exception {
        try (SampleWorkspace sample = new SampleWorkspace(temporary.resolve("workspace"))) {
            var stored = sample.put(Bytes.utf8("not shown"));
            var key = sample.collector();
            long entry = sample.byPerson(new AuditReviewReceived(
                    Digest.sha256(Bytes.utf8("file")),
                    key.keyId(),
                    key.spki(),
                    1,
                    SampleWorkspace.NOW,
                    new Counts(1, 0, 0, 0),
                    stored));
            Path zip = temporary.resolve("without.zip");
            sample.writer().write(sample.content(), zip);
            Report report = PackVerification.verify(zip);
            assertEquals(List.of(), report.defects());
            assertTrue(
                    report.notes().stream()
                            .anyMatch(note -> note.startsWith("entry " + entry + ": what the auditor signed is not")),
                    report.notes().toString());
        }
    }
}
