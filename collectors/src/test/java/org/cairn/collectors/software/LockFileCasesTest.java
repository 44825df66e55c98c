package org.cairn.collectors.software;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LockFileCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Stream.of("pip", "uv", "poetry", "npm", "maven")
            .collect(Collectors.toMap(kind -> "lock-" + kind, Function.identity()))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> text -> LockFile.parse(entry.getValue(), text)
                            .map(file -> ParserCase.lines(List.of(new TreeMap<>(file.item("f"))), 0))
                            .orElse(ParserCase.lines(List.of(), 1))));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }
}
