package org.cairn.checklist.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private static final KeyId ACTOR = new KeyId(Digest.sha256(Bytes.utf8("actor")));
    private static final Instant NOW = Instant.parse("2026-11-21T04:30:00.5Z");
    private static final Digest DIGEST = Digest.sha256(Bytes.utf8("anything"));

    @Test
    void writesSortedNamesWithoutWhiteSpace() throws EventTooLarge {
        Event answered = new Event.ControlAnswered(
                new ControlId("NET-4"),
                AnswerStatus.MET,
                DIGEST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertEquals(
                "{\"evidence\":[],\"kind\":\"ControlAnswered\",\"recordedAt\":\"2026-11-21T04:30:00.500Z\","
                        + "\"status\":\"MET\",\"subject\":\"NET-4\",\"textDigest\":\"" + DIGEST.hex()
                        + "\",\"validFrom\":\"2026-11-21T04:30:00.500Z\",\"version\":1}",
                EventCodec.encode(EventDraft.now(NOW, answered)).asUtf8());
    }

    @Test
    void theHeaderIsReadWithoutTheBody() throws MalformedEvent {
        Bytes payload = Bytes.utf8("""
                {"kind":"TeaMade","version":3,"recordedAt":"2026-11-21T04:30:00Z","validFrom":"2026-11-20T00:00:00Z",\
                "validTo":"2026-11-21T00:00:00Z","subject":"NET-4","sugar":[1.5e3]}""");
        assertEquals(
                new EventHeader(
                        "TeaMade",
                        3,
                        Instant.parse("2026-11-21T04:30:00Z"),
                        Instant.parse("2026-11-20T00:00:00Z"),
                        Optional.of(Instant.parse("2026-11-21T00:00:00Z")),
                        Optional.of("NET-4")),
                EventCodec.header(1, payload));
        assertEquals(
                new Event.Unknown("TeaMade", 3, payload),
                EventCodec.decode(1, ACTOR, payload).event());
    }

    @Test
    void anEventThatNoEntryHoldsIsRefusedWithWords() {
        EventTooLarge refusal =
                assertThrows(EventTooLarge.class, () -> EventCodec.encode(EventDraft.now(NOW, collection(172))));
        assertEquals(
                "CollectionCompleted has 11745 bytes and an entry holds 11520: name less evidence in one event, or"
                        + " record it in several",
                refusal.getMessage());
    }

    @Test
    void theLargestEventWithFourSignaturesFitsAnEntry() throws EventTooLarge {
        Bytes payload = Bytes.copyOf(new byte[EventCodec.LARGEST_PAYLOAD_BYTES]);
        List<EnvelopeSignature> signatures = Stream.of("a", "b", "c", "d")
                .map(key ->
                        new EnvelopeSignature(new KeyId(Digest.sha256(Bytes.utf8(key))), Bytes.copyOf(new byte[64])))
                .toList();
        Bytes entry = new Envelope(EventCodec.PAYLOAD_TYPE, payload, signatures).encode();
        assertTrue(entry.size() <= 16 * 1024, () -> entry.size() + " bytes");
        assertTrue(EventCodec.encode(EventDraft.now(NOW, collection(160))).size() <= payload.size());
    }

    private static Event collection(int pieces) {
        return new Event.CollectionCompleted(
                NOW,
                Collections.nCopies(pieces, new EvidenceId(DIGEST)),
                List.of(new CollectorId("network.firewall")),
                false);
    }

    @Test
    void aPayloadLargerThanAnyEntryIsNotParsed() {
        Bytes payload = Bytes.utf8("{\"kind\":\"" + "x".repeat(1024 * 1024) + "\"}");
        MalformedEvent refusal = assertThrows(MalformedEvent.class, () -> EventCodec.decode(41, ACTOR, payload));
        assertEquals("entry 41: payload of 1048587 bytes, more than 16384", refusal.getMessage());
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        Bytes payload =
                Bytes.utf8("{\"kind\":\"ScopeDefined\",\"version\":1,\"recordedAt\":\"" + "9".repeat(15_000) + "\"}");
        MalformedEvent refusal = assertThrows(MalformedEvent.class, () -> EventCodec.decode(41, ACTOR, payload));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("entry 41, recordedAt: "), message);
        assertTrue(message.length() < 250, message);
    }

    /// Each `.fail.json` is a payload, and the `.txt` beside it is what its refusal says.
    static Stream<Path> cases() throws IOException {
        Path folder = Path.of(System.getProperty("cases.dir", "src/test/cases")).resolve("event");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".fail.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWithMemberAndReason(Path file) throws IOException {
        Bytes payload = Bytes.copyOf(Files.readAllBytes(file));
        Path expected = Path.of(file.toString().replace(".fail.json", ".fail.txt"));
        MalformedEvent refusal = assertThrows(MalformedEvent.class, () -> EventCodec.decode(41, ACTOR, payload));
        assertEquals(Files.readString(expected).strip(), refusal.getMessage());
    }
}
