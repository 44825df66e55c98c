package org.cairn.collectors.software;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SoftwareParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(
            Map.entry("apt-list", text -> {
                AptSources sources = AptSources.parseList(text);
                return ParserCase.lines(sources.sources(), sources.unknownLines());
            }),
            Map.entry("apt-deb822", text -> {
                AptSources sources = AptSources.parseDeb822(text);
                return ParserCase.lines(sources.sources(), sources.unknownLines());
            }),
            Map.entry("yum-repos", text -> ParserCase.lines(PackageSourcesCollector.yum(text, Optional.of("1")), 0)),
            Map.entry("dpkg-status", text -> {
                PatchStateCollector.DpkgStatus status = PatchStateCollector.DpkgStatus.parse(text);
                return ParserCase.lines(status.packages(), status.unknownStanzas());
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
