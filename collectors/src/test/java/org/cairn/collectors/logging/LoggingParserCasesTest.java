package org.cairn.collectors.logging;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LoggingParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(
            Map.entry("audit-rules", text -> {
                AuditRules rules = AuditRules.parse(text);
                return ParserCase.lines(rules.rules(), rules.unknownLines()) + "controls "
                        + new TreeMap<>(rules.controls()) + "\n";
            }),
            Map.entry(
                    "logrotate",
                    text -> ParserCase.lines(LogRotation.parse(text, Map.of()).logs(), 0)),
            Map.entry(
                    "forwarding",
                    text -> ParserCase.lines(Forwarding.parse(text).targets(), 0)),
            Map.entry("time-servers", text -> ParserCase.lines(TimeSynchronisationCollector.servers(text), 0)));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }
}
