package org.cairn.collectors.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.collectors.service.UnitFile;
import org.cairn.collectors.text.ParserCase;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Yaml;
import org.cairn.proof.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InferenceParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.of(
            "gateway", InferenceParserCasesTest::gateway,
            "usage", InferenceParserCasesTest::usage,
            "unit", InferenceParserCasesTest::unit);

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }

    private static String gateway(String text) {
        List<Object> all = new ArrayList<>();
        int unknown = 0;
        try {
            for (Json document : Yaml.documents(text)) {
                GatewaySettings settings = GatewaySettings.of(document);
                unknown += GatewaySettings.isOne(document) ? 0 : 1;
                settings.models().forEach(model -> all.add("model " + new TreeMap<>(model)));
                settings.fallbacks().forEach(fallback -> all.add("fallback " + new TreeMap<>(fallback)));
                settings.filters().forEach(filter -> all.add("filter " + new TreeMap<>(filter)));
                all.add(new TreeMap<>(settings.facts()));
            }
        } catch (MalformedYaml e) {
            return ParserCase.refused(e);
        }
        return ParserCase.lines(all, unknown);
    }

    /// Beside budgets of 2000 tokens and 10.
    private static String usage(String text) {
        UsageLedger ledger = UsageLedger.parse(text);
        List<Object> all = new ArrayList<>();
        ledger.months()
                .forEach((month, used) -> all.add(
                        month + " " + new TreeMap<>(used.item(UsageLedger.amount("2000"), UsageLedger.amount("10")))));
        return ParserCase.lines(all, ledger.unknownLines());
    }

    /// What each start of a unit says, with the unit's own environment.
    private static String unit(String text) {
        UnitFile unit = UnitFile.parse(List.of(text));
        List<Object> all = new ArrayList<>();
        int unknown = 0;
        for (List<String> start : unit.starts()) {
            Optional<ServerKind> kind = ServerKind.of(start);
            kind.ifPresent(known -> all.add(new ServerStart(known, start, Optional.of(unit.environment())).facts()));
            unknown += kind.isPresent() ? 0 : 1;
        }
        return ParserCase.lines(all, unknown);
    }
}
