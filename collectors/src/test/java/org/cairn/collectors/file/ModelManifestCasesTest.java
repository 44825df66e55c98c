package org.cairn.collectors.file;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ModelManifestCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.of(
            "manifest-lines", text -> read("/srv/models/a/SHA256SUMS", text),
            "manifest-json", text -> read("/srv/models/a/model.manifest.json", text));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }

    private static String read(String path, String text) {
        ModelManifest manifest = ModelManifest.parse(path, text);
        return ParserCase.lines(manifest.files(), manifest.unknownLines());
    }
}
