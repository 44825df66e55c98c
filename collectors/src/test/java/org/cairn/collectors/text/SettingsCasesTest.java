package org.cairn.collectors.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(Map.entry("settings", text -> {
        KeyValues values = KeyValues.parse(text);
        return ParserCase.lines(List.copyOf(values.values().entrySet()), values.unknownLines());
    }));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }
}
