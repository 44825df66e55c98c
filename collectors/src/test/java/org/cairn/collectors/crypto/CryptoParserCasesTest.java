package org.cairn.collectors.crypto;

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
import org.cairn.evidence.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CryptoParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.of(
            "nginx", CryptoParserCasesTest::nginx,
            "haproxy", text -> told(into -> HaproxySettings.tell("f", text, into), 0),
            "apache", CryptoParserCasesTest::apache,
            "envoy", CryptoParserCasesTest::envoy);

    private interface Telling {
        void to(TlsServers servers) throws Exception;
    }

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }

    private static String nginx(String text) throws Exception {
        Directives file = Directives.parse(text);
        NginxSettings settings = new NginxSettings();
        settings.add("f", file);
        return told(settings::tell, file.complete() ? 0 : 1);
    }

    private static String apache(String text) throws Exception {
        ApacheSettings settings = new ApacheSettings();
        settings.add("f", text);
        return told(settings::tell, 0);
    }

    private static String envoy(String text) throws Exception {
        return told(into -> Yaml.documents(text).forEach(document -> EnvoySettings.tell("f", document, into)), 0);
    }

    private static String told(Telling telling, int unknown) throws Exception {
        Observation seen = new Observation(
                CollectorDescription.of("test.tls", 1, "A test", List.of("f")),
                Fakes.host(Path.of("nothing-here")),
                Fakes.CLOCK);
        telling.to(new TlsServers(seen.population("servers"), seen.population("upstreams")));
        List<Map<String, String>> all = new ArrayList<>();
        for (Population population : seen.result().evidence().populations()) {
            population.items().forEach(item -> all.add(new TreeMap<>(item.values())));
        }
        return ParserCase.lines(all, unknown);
    }
}
