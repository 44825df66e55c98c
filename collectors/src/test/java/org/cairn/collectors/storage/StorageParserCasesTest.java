package org.cairn.collectors.storage;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StorageParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(Map.entry("mounts", text -> {
        MountTable table = MountTable.parse(text);
        return ParserCase.lines(
                table.mounts().stream()
                        .map(mount -> mount.device() + " on " + mount.point() + " " + new TreeSet<>(mount.options()))
                        .toList(),
                table.unknownLines());
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
