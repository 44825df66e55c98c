package org.cairn.collectors.kernel;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KernelParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS =
            Map.ofEntries(Map.entry("module-rules", text -> ParserCase.lines(KernelModulesCollector.rules(text), 0)));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }
}
