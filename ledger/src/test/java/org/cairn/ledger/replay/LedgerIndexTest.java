package org.cairn.ledger.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cairn.ledger.store.JdkSigner;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerIndexTest {
    private static final String ORIGIN = "example.org/log";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final JdkSigner signer = new JdkSigner(ORIGIN);

    @TempDir
    Path dir;

    /// An event about one of five subjects, valid on a random day: late arrivals and corrections happen.
    private record Fact(
            long entry, String kind, String subject, Instant recordedAt, Instant validFrom, Optional<Instant> validTo) {
        Bytes envelope() {
            Json.Builder payload = Json.object()
                    .with("kind", kind)
                    .with("version", 1)
                    .with("subject", subject)
                    .with("recordedAt", recordedAt.toString())
                    .with("validFrom", validFrom.toString());
            validTo.ifPresent(end -> payload.with("validTo", end.toString()));
            KeyId nobody = KeyId.ofSpki(Bytes.empty());
            return new Envelope(
                            "application/vnd.cairn.event.v1+json",
                            Json.write(payload.build()),
                            List.of(new EnvelopeSignature(nobody, Bytes.utf8("unsigned"))))
                    .encode();
        }
    }

    private static List<Fact> facts(int from, int to) {
        List<Fact> facts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Random random = new Random(i);
            Instant validFrom = START.plus(Duration.ofHours(random.nextInt(2_000)));
            Optional<Instant> validTo = random.nextInt(4) == 0
                    ? Optional.of(validFrom.plus(Duration.ofHours(1 + random.nextInt(500))))
                    : Optional.empty();
            facts.add(new Fact(
                    i,
                    random.nextBoolean() ? "ControlAnswered" : "EvidenceRecorded",
                    "NET-" + random.nextInt(5),
                    START.plusSeconds(i * 60L),
                    validFrom,
                    validTo));
        }
        return facts;
    }

    private static List<Bytes> envelopes(int from, int to) {
        return facts(from, to).stream().map(Fact::envelope).toList();
    }

    private Ledger ledger(int entries) throws Exception {
        Ledger ledger = Ledger.create(dir.resolve("ledger"), ORIGIN, signer);
        ledger.appendAll(envelopes(0, entries));
        return ledger;
    }

    private LedgerIndex open(Ledger ledger) throws Exception {
        return LedgerIndex.open(dir.resolve("index"), ledger, new EnvelopeHeaders());
    }

    @Test
    void anIndexThatGrewEqualsOneBuiltAtOnce() throws Exception {
        try (Ledger ledger = ledger(700)) {
            try (LedgerIndex index = open(ledger)) {
                assertEquals(Optional.of(RebuildReason.NO_INDEX), index.lastRebuild());
                ledger.appendAll(envelopes(700, 720));
                index.catchUp();
            }
            ledger.appendAll(envelopes(720, 1_500));
            try (LedgerIndex grown = open(ledger);
                    LedgerIndex fresh = LedgerIndex.open(dir.resolve("fresh"), ledger, new EnvelopeHeaders())) {
                assertEquals(Optional.empty(), grown.lastRebuild());
                assertEquals(1_500, grown.size());
                assertEquals(fresh.fingerprint(), grown.fingerprint());
                assertEquals(fresh.entries("ControlAnswered"), grown.entries("ControlAnswered"));
            }
        }
    }

    @Test
    void theLatestEntryPerSubjectIsWhatANaiveModelSays() throws Exception {
        try (Ledger ledger = ledger(300);
                LedgerIndex index = open(ledger)) {
            Random random = new Random(1);
            for (int trial = 0; trial < 200; trial++) {
                Instant validAt = START.plus(Duration.ofHours(random.nextInt(2_500)));
                int upTo = random.nextInt(301);
                assertEquals(
                        naive("ControlAnswered", validAt, upTo),
                        index.latestPerSubject("ControlAnswered", 1, validAt, upTo),
                        "valid at " + validAt + " among the first " + upTo);
            }
        }
    }

    private static List<Long> naive(String kind, Instant validAt, int upTo) {
        Map<String, Fact> latest = new TreeMap<>();
        for (Fact fact : facts(0, upTo)) {
            boolean started = !fact.validFrom().isAfter(validAt);
            boolean ended = fact.validTo().map(end -> !end.isAfter(validAt)).orElse(false);
            if (fact.kind().equals(kind) && started && !ended) {
                latest.merge(
                        fact.subject(), fact, (old, next) -> next.validFrom().isBefore(old.validFrom()) ? old : next);
            }
        }
        return latest.values().stream()
                .map(Fact::entry)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Test
    void entriesAreFoundByKindSubjectAndTime() throws Exception {
        try (Ledger ledger = ledger(50);
                LedgerIndex index = open(ledger)) {
            List<Fact> facts = facts(0, 50);
            assertEquals(
                    facts.stream()
                            .filter(f -> f.subject().equals("NET-3") && f.entry() < 40)
                            .map(Fact::entry)
                            .toList(),
                    index.entriesAbout("NET-3", 40));
            assertEquals(
                    facts.stream()
                            .filter(f -> f.kind().equals("EvidenceRecorded"))
                            .map(Fact::entry)
                            .toList(),
                    index.entries("EvidenceRecorded"));
            assertEquals(11, index.sizeKnownAt(START.plusSeconds(600)));
            assertEquals(50, index.sizeKnownAt(Instant.parse("9999-12-31T23:59:59Z")));
            assertEquals(0, index.sizeKnownAt(START.minusSeconds(1)));
            Fact fact = facts.get(7);
            assertEquals(
                    Optional.of(new EntryHeader(
                            fact.kind(),
                            1,
                            Optional.of(fact.subject()),
                            Optional.empty(),
                            fact.recordedAt(),
                            fact.validFrom(),
                            fact.validTo())),
                    index.header(7));
        }
    }

    @Test
    void entriesWithoutAReadableHeaderKeepTheirPlace() throws Exception {
        try (Ledger ledger = ledger(3)) {
            ledger.append(Bytes.utf8("not an envelope"));
            try (LedgerIndex index = open(ledger)) {
                assertEquals(4, index.size());
                assertEquals(List.of(3L), index.entriesWithoutHeader());
                assertEquals(Optional.empty(), index.header(3));
            }
        }
    }

    @Test
    void anyChangeToTheFileLeadsToARebuild() throws Exception {
        try (Ledger ledger = ledger(400)) {
            open(ledger).close();
            Path file = dir.resolve("index/posture.mv.db");
            Random random = new Random(2);
            for (int trial = 0; trial < 5; trial++) {
                byte[] content = Files.readAllBytes(file);
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, content);
                try (LedgerIndex index = open(ledger)) {
                    assertEquals(Optional.of(RebuildReason.FILE_CHANGED), index.lastRebuild());
                    assertEquals(400, index.size());
                }
            }
            try (LedgerIndex index = open(ledger)) {
                assertEquals(Optional.empty(), index.lastRebuild());
            }
        }
    }

    @Test
    void anIndexThatWasNotClosedIsNotBelieved() throws Exception {
        try (Ledger ledger = ledger(10)) {
            open(ledger).close();
            Files.delete(dir.resolve("index/posture.seal"));
            try (LedgerIndex index = open(ledger)) {
                assertEquals(Optional.of(RebuildReason.NOT_CLOSED), index.lastRebuild());
                assertTrue(Files.notExists(dir.resolve("index/posture.seal")), "open means unsealed");
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsReplaced() throws Exception {
        try (Ledger ledger = ledger(10)) {
            Files.createDirectories(dir.resolve("index"));
            Bytes garbage = Bytes.utf8("this is no database".repeat(1_000));
            Files.write(dir.resolve("index/posture.mv.db"), garbage.toByteArray());
            String hash = org.cairn.proof.Digest.sha256(garbage).hex();
            Files.writeString(dir.resolve("index/posture.seal"), hash + "\n");
            try (LedgerIndex index = open(ledger)) {
                assertEquals(Optional.of(RebuildReason.UNREADABLE), index.lastRebuild());
                assertEquals(10, index.size());
            }
        }
    }

    @Test
    void anIndexOfAnotherHistoryIsReplaced() throws Exception {
        try (Ledger ledger = ledger(10)) {
            open(ledger).close();
        }
        try (Ledger other = Ledger.create(dir.resolve("other"), ORIGIN, signer)) {
            other.appendAll(envelopes(1, 20));
            try (LedgerIndex index = open(other)) {
                assertEquals(Optional.of(RebuildReason.OTHER_LEDGER), index.lastRebuild());
                assertEquals(19, index.size());
            }
        }
    }

    @Test
    void whileOneProgramHasTheIndexOpenAnotherBuildsItsOwn() throws Exception {
        try (Ledger ledger = ledger(10);
                LedgerIndex first = open(ledger);
                LedgerIndex second = open(ledger)) {
            assertEquals(Optional.of(RebuildReason.IN_USE), second.lastRebuild());
            assertEquals(first.fingerprint(), second.fingerprint());
        }
        try (Ledger ledger = Ledger.openForReading(dir.resolve("ledger"), signer.keys());
                LedgerIndex again = open(ledger)) {
            assertEquals(Optional.empty(), again.lastRebuild());
        }
    }

    @Test
    void noTextOfAnEntryReachesTheIndex() throws Exception {
        String secret = "Grandmother's recipe";
        try (Ledger ledger = Ledger.create(dir.resolve("ledger"), ORIGIN, signer)) {
            Json payload = Json.object()
                    .with("kind", "ControlAnswered")
                    .with("version", 1)
                    .with("note", secret)
                    .with("recordedAt", START.toString())
                    .with("validFrom", START.toString())
                    .build();
            KeyId nobody = KeyId.ofSpki(Bytes.empty());
            ledger.append(new Envelope(
                            "x/y", Json.write(payload), List.of(new EnvelopeSignature(nobody, Bytes.utf8("unsigned"))))
                    .encode());
            open(ledger).close();
        }
        String file =
                Files.readString(dir.resolve("index/posture.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("ControlAnswered") && !file.contains("recipe"));
    }
}
