package org.cairn.collectors.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Refusal;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostDeclarationTest {
    @TempDir
    private Path root;

    @Test
    void readsWhatIsStated() throws MalformedJson {
        HostDeclaration declared = HostDeclaration.parse("""
                {"format": "cairn-host-1", "models": {"folders": ["/srv/models", "relative"]},
                 "gateway": {"tokenBudget": 5000}, "keys": {"inventory": "/k.json"}}""");
        assertEquals(List.of("/srv/models"), declared.paths("models.folders"));
        assertEquals(Optional.of("5000"), declared.text("gateway.tokenBudget"));
        assertEquals(Optional.of("/k.json"), declared.text("keys.inventory"));
        assertFalse(declared.states("data.folders"));
    }

    @Test
    void theExampleOnThePageIsUnderstood() throws Exception {
        String page = Files.readString(Path.of("../docs/collectors.md"));
        int from = page.indexOf("```json\n") + "```json\n".length();
        HostDeclaration declared = HostDeclaration.parse(page.substring(from, page.indexOf("```", from)));
        assertEquals(List.of("vllm", "@inference"), declared.texts("models.readers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format': 'cairn-host-2'} | format is not cairn-host-1",
                "{'format': 'cairn-host-1', 'models': {'folder': ['/a']}} | models.folder is not known",
                "{'format': 'cairn-host-1', 'models': {'folders': '/a'}} | models.folders is not a texts",
                "{'format': 'cairn-host-1', 'models': {'folders': [1]}} | models.folders holds something that is no text",
                "{'format': 'cairn-host-1', 'gateway': {'tokenBudget': '5'}} | gateway.tokenBudget is not a number",
                "{'models': {}} | member \"format\" is missing",
            },
            quoteCharacter = '`')
    void refusesTheWholeFileForOneMemberThatIsNotUnderstood(String text, String problem) {
        MalformedJson refusal = assertThrows(MalformedJson.class, () -> HostDeclaration.parse(text.replace('\'', '"')));
        assertEquals(problem, refusal.getMessage());
    }

    @Test
    void aDeclarationThatIsMalformedStatesNothingAndIsRefused() throws Exception {
        Files.createDirectories(root.resolve("etc/cairn"));
        Files.writeString(
                root.resolve("etc/cairn/host.json"),
                "{\"format\": \"cairn-host-1\", \"modles\": {\"folders\": [\"/a\"]}}");
        Observation seen = observation();
        assertEquals(new HostDeclaration(Map.of()), HostDeclaration.ifThere(seen));
        assertEquals(
                List.of(new Refusal(HostDeclaration.PATH, Refusal.Why.MALFORMED, "modles.folders is not known")),
                evidence(seen).refusals());
    }

    @Test
    void whereItOnlyAddsItsAbsenceIsNoRefusal() throws InterruptedException {
        Observation adds = observation();
        HostDeclaration.ifThere(adds);
        assertEquals(List.of(), evidence(adds).refusals());
        Observation needs = observation();
        HostDeclaration.read(needs);
        assertEquals(
                List.of(new Refusal(HostDeclaration.PATH, Refusal.Why.ABSENT, "not there")),
                evidence(needs).refusals());
    }

    private Observation observation() {
        return new Observation(
                CollectorDescription.of("test.declared", 1, "A test", List.of(HostDeclaration.PATH)),
                Fakes.host(root),
                Fakes.CLOCK);
    }

    private static Evidence evidence(Observation seen) {
        return seen.result().evidence();
    }
}
