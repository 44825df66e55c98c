package org.cairn.collectors.account;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AccountParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(
            Map.entry("shadow", text -> {
                List<Map<String, String>> states = new ArrayList<>();
                int unknown = 0;
                for (String line : ShadowState.redact(text).lines().toList()) {
                    Optional<Map<String, String>> state = ShadowState.parse(line, LocalDate.of(2026, 1, 1));
                    state.ifPresent(states::add);
                    unknown += state.isPresent() ? 0 : 1;
                }
                return ParserCase.lines(states, unknown);
            }),
            Map.entry("sudoers", text -> {
                Sudoers sudoers = Sudoers.parse(text, "file");
                return ParserCase.lines(sudoers.rules(), sudoers.unknownLines()) + "includes " + sudoers.includes()
                        + "\n";
            }),
            Map.entry("pam", text -> {
                PamStack stack = PamStack.parse(text);
                return ParserCase.lines(stack.rules(), stack.unknownLines());
            }),
            Map.entry("sshd", text -> {
                SshdSettings settings = SshdSettings.parse(text);
                return ParserCase.lines(List.of(settings.global()), 0) + ParserCase.lines(settings.matching(), 0)
                        + "includes " + settings.includes() + "\n";
            }),
            Map.entry("authorized-keys", text -> {
                AuthorizedKey keys = AuthorizedKey.parse(text);
                return ParserCase.lines(keys.keys(), keys.unknownLines());
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
