package org.cairn.evidence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceCodecTest {
    private static final String CANONICAL = "{\"collector\":\"host.routes\",\"facts\":{\"default-routes\":\"1\"},"
            + "\"format\":1,\"host\":\"node1\",\"observedAt\":\"2026-03-01T10:00:00Z\",\"populations\":[],"
            + "\"readAs\":\"root\",\"refusals\":[{\"detail\":\"run as root\",\"source\":\"/etc/shadow\","
            + "\"why\":\"DENIED\"}],\"sources\":[{\"how\":\"FILE\",\"location\":\"/proc/net/route\","
            + "\"readAt\":\"2026-03-01T10:00:00Z\",\"sha256\":"
            + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"sizeBytes\":0}],"
            + "\"version\":2}";

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void writesSortedMembersWithoutWhiteSpace() {
        assertEquals(CANONICAL, EvidenceCodec.encode(evidence("node1")).asUtf8());
    }

    @Test
    void aLoneSurrogateFromAHostileFileBecomesTheReplacementCharacter() throws MalformedEvidence {
        Evidence read = EvidenceCodec.decode(EvidenceCodec.encode(evidence("no\uD800de")));
        assertEquals("no\uFFFDde", read.host());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":2      | \"version\":0          | collector version 0",
                "\"version\":2      | \"version\":9999999999 | out of range",
                "\"format\":1       | \"format\":3           | newer",
                "\"format\":1       | \"format\":2           | has members",
                "\"why\":\"DENIED\" | \"why\":\"REFUSED\"    | REFUSED",
                "\"how\":\"FILE\"   | \"how\":\"FILE\",\"x\":1 | has members",
                "\"readAs\":\"root\" | \"readAs\":7          | readAs",
                "\"default-routes\":\"1\" | \"default-routes\":1 | default-routes",
                "T10:00:00Z\",\"pop  | T10:00\",\"pop        | observedAt",
                "T10:00:00Z\",\"pop  | T10:00:00.0Z\",\"pop  | canonical",
                "\"facts\":          | \"facts\" :           | canonical",
            })
    void refusesAnythingButItsOwnSpellingAndSaysWhy(String from, String to, String reason) {
        String changed = CANONICAL.replace(from, to);
        MalformedEvidence refused =
                assertThrows(MalformedEvidence.class, () -> EvidenceCodec.decode(Bytes.utf8(changed)));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | canonical",
                "{\"machine\":\"0123\"} | 32 hexadecimal digits",
                "{\"machine\":7} | machine",
                "{\"place\":\"here\"} | has members",
                "{\"capture\":{\"root\":\"/mnt\"}} | has members",
                "{\"capture\":{\"readAt\":\"2026\",\"readOn\":\"b\",\"root\":\"/\",\"whole\":[]}} | readAt",
                "{\"capture\":{\"readAt\":\"2026-03-01T10:00:00Z\",\"readOn\":\"b\",\"root\":\"/\",\"whole\":[1]}} | whole"
            })
    void refusesAnOriginOfAnotherForm(String origin, String reason) {
        String changed = CANONICAL
                .replace("\"format\":1", "\"format\":2")
                .replace("\"populations\"", "\"origin\":" + origin + ",\"populations\"");
        MalformedEvidence refused =
                assertThrows(MalformedEvidence.class, () -> EvidenceCodec.decode(Bytes.utf8(changed)));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }

    private static Evidence evidence(String host) {
        return new Evidence(
                new CollectorId("host.routes"),
                2,
                host,
                "root",
                AT,
                List.of(new Source("/proc/net/route", Source.How.FILE, AT, Digest.sha256(Bytes.empty()), 0)),
                new TreeMap<>(java.util.Map.of("default-routes", "1")),
                List.of(),
                List.of(new Refusal("/etc/shadow", Refusal.Why.DENIED, "run as root")));
    }
}
