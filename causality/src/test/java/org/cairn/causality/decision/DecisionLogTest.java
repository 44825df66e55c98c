package org.cairn.causality.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.ingest.AddressText;
import org.cairn.causality.ingest.RejectedLine;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines in the forms that gateways and servers document, and lines that claim what cannot be.
class DecisionLogTest {
    private static final String HEX = "ab".repeat(32);

    @TempDir
    Path folder = Path.of("");

    private DecisionLog read(Optional<ZoneId> zone, String... lines) throws Exception {
        return DecisionLog.read(
                Files.writeString(folder.resolve("decisions.jsonl"), String.join("\n", lines) + "\n"), zone);
    }

    private Decision one(String line) throws Exception {
        DecisionLog log = read(Optional.empty(), line);
        assertEquals(List.of(), log.refused());
        return log.decisions().getFirst();
    }

    @Test
    void aPlainLineIsReadWhole() throws Exception {
        String line =
                "{\"id\":\"d-1\",\"time\":\"2026-01-31T02:47:00.5+01:00\",\"model\":\"llama-3-8b\",\"host\":\"gpu-1\",\"pid\":11,"
                        + "\"prompt_hash\":\"sha256:" + HEX + "\",\"context\":[{\"path\":\"/srv/a.md\",\"sha256\":\""
                        + HEX
                        + "\"},\"/srv/b.md\",{\"text\":\"no place\"}],\"policy\":\"retrieval/3\",\"approver\":\"anna\",\"cost\":\"0.0031\"}";
        Digest digest = Digest.parseHex(HEX);
        assertEquals(
                new Decision(
                        1,
                        0,
                        Digest.sha256(Bytes.utf8(line)),
                        Optional.of("d-1"),
                        Instant.parse("2026-01-31T01:47:00.5Z"),
                        Optional.empty(),
                        Optional.of("llama-3-8b"),
                        Optional.of("gpu-1"),
                        Optional.of(11L),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Decision.Prompt(digest, false)),
                        List.of(
                                new Decision.Context("/srv/a.md", Optional.of(digest)),
                                new Decision.Context("/srv/b.md", Optional.empty())),
                        Optional.of("retrieval/3"),
                        Optional.of("anna"),
                        new Decision.Tokens(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(new BigDecimal("0.0031"))),
                one(line));
    }

    @Test
    void aStandardLoggingPayloadOfLiteLlmIsReadAndItsTextsAreNotKept() throws Exception {
        Decision decision = one(
                "{\"id\":\"chatcmpl-9\",\"call_type\":\"acompletion\",\"response_cost\":3.1e-05,\"total_tokens\":40,\"prompt_tokens\":30,"
                        + "\"completion_tokens\":10,\"startTime\":1769824020.25,\"endTime\":1769824021.75,\"model\":\"llama3\","
                        + "\"api_base\":\"http://127.0.0.1:8000/v1\",\"messages\":[{\"role\":\"user\",\"content\":\"Frau Meier\"}],"
                        + "\"metadata\":{},\"cache_hit\":null}");
        assertEquals(Instant.parse("2026-01-31T01:47:00.250Z"), decision.at());
        assertEquals(Optional.of(Instant.parse("2026-01-31T01:47:01.750Z")), decision.until());
        assertEquals(AddressText.endpoint("127.0.0.1", 8000), decision.server());
        assertEquals(Optional.of(new BigDecimal("0.000031")), decision.cost().map(BigDecimal::stripTrailingZeros));
        assertEquals(new Decision.Tokens(Optional.of(30L), Optional.of(10L), Optional.of(40L)), decision.tokens());
        assertEquals(
                Optional.of(new Decision.Prompt(
                        Digest.sha256(Bytes.utf8("[{\"content\":\"Frau Meier\",\"role\":\"user\"}]")), true)),
                decision.prompt());
        assertFalse(decision.toString().contains("Meier"), decision::toString);
    }

    @Test
    void anAnswerOfTheOpenAiApiAndASpanOfOpenTelemetryAreRead() throws Exception {
        Decision answer =
                one("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1769824020,\"model\":\"m\","
                        + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12,\"total_tokens\":21}}");
        assertEquals(Optional.of(21L), answer.tokens().total());
        Decision span = one(
                "{\"start_time\":\"2026-01-31T01:47:00Z\",\"attributes\":{\"gen_ai.request.model\":\"m\","
                        + "\"gen_ai.response.id\":\"r\",\"gen_ai.usage.input_tokens\":9,\"server.address\":\"203.0.113.5\",\"server.port\":443}}");
        assertEquals(Optional.of("r"), span.id());
        assertEquals(Optional.of(9L), span.tokens().prompt());
        assertEquals("203.0.113.5:443", span.server().orElseThrow().text());
    }

    @Test
    void whatIsNoDecisionOrClaimsWhatCannotBeIsRefusedWithItsReason() throws Exception {
        DecisionLog log = read(
                Optional.empty(),
                "{\"model\":\"m\"}",
                "{\"time\":\"2026-01-31T01:47:00Z\"}",
                "{\"time\":\"2026-01-31 01:47:00.123\",\"model\":\"m\"}",
                "{\"time\":\"yesterday\",\"model\":\"m\"}",
                "{\"time\":1769824020250,\"model\":\"m\"}",
                "{\"time\":1769824020,\"model\":\"m\",\"pid\":\"eleven\"}",
                "{\"time\":1769824020,\"model\":\"m\",\"prompt_hash\":\"1234\"}",
                "{\"time\":1769824020,\"model\":\"m\",\"spend\":-1}",
                "{\"time\":1769824020,\"model\":\"m\"",
                "");
        assertEquals(9, log.lines());
        assertEquals(
                List.of(
                        "it has no time",
                        "it names neither a model nor an id, so it is no decision",
                        "its time names no zone; say which with --zone",
                        "its time is of no form that is read",
                        "its time is a number, and not of seconds since 1970",
                        "'pid' is no count",
                        "the prompt's digest is no SHA-256 in hexadecimal",
                        "its cost is no amount"),
                log.refused().stream().limit(8).map(RejectedLine::reason).toList());
        assertEquals(9, log.refusedLines());
        assertEquals(14, log.refused().get(1).offset());
    }

    @Test
    void aZoneThatIsGivenCountsForTimesWithoutOne() throws Exception {
        assertEquals(
                Instant.parse("2026-01-31T00:47:00Z"),
                read(Optional.of(ZoneId.of("Europe/Berlin")), "{\"startTime\":\"2026-01-31T01:47:00\",\"model\":\"m\"}")
                        .decisions()
                        .getFirst()
                        .at());
    }
}
