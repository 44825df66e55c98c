package org.cairn.collectors.orchestration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Fakes;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.ParserCase;
import org.cairn.evidence.Population;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OrchestrationParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS =
            Map.of("manifests", OrchestrationParserCasesTest::manifests);

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }

    private static String manifests(String text) {
        Observation seen = new Observation(
                CollectorDescription.of("test.manifests", 1, "A test", List.of("f")),
                Fakes.host(Path.of("nothing-here")),
                Fakes.CLOCK);
        Manifests manifests = new Manifests(seen);
        try {
            Yaml.documents(text).forEach(document -> manifests.add("f", document));
        } catch (MalformedYaml e) {
            return ParserCase.refused(e);
        }
        manifests.finish();
        List<Object> all = new ArrayList<>();
        for (Population population : seen.result().evidence().populations()) {
            population.items().forEach(item -> all.add(population.name() + " " + new TreeMap<>(item.values())));
        }
        return ParserCase.lines(all, 0);
    }
}
