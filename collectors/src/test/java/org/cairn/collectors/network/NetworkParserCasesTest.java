package org.cairn.collectors.network;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.collectors.text.ParserCase;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkParserCasesTest {
    private static final Map<String, ParserCase.Reading> PARSERS = Map.ofEntries(
            Map.entry("socket-table", text -> {
                SocketTable table = SocketTable.parse(text);
                return ParserCase.lines(table.sockets(), table.unknownLines());
            }),
            Map.entry("routes-ip", text -> {
                try {
                    Routes routes = Routes.fromIp(text, "inet");
                    return ParserCase.lines(routes.routes(), routes.unknownLines());
                } catch (MalformedJson e) {
                    return ParserCase.refused(e);
                }
            }),
            Map.entry("routes-proc4", text -> {
                Routes routes = Routes.fromProc4(text);
                return ParserCase.lines(routes.routes(), routes.unknownLines());
            }),
            Map.entry("routes-proc6", text -> {
                Routes routes = Routes.fromProc6(text);
                return ParserCase.lines(routes.routes(), routes.unknownLines());
            }),
            Map.entry("nft", text -> {
                try {
                    NftRuleset rules = NftRuleset.parse(text);
                    return ParserCase.lines(rules.baseChains(), rules.unknownObjects());
                } catch (MalformedJson e) {
                    return ParserCase.refused(e);
                }
            }),
            Map.entry("iptables-save", text -> {
                IptablesSave save = IptablesSave.parse(text, "inet");
                return ParserCase.lines(save.chains(), save.unknownLines());
            }),
            Map.entry("resolv-conf", text -> ParserCase.lines(NameResolutionCollector.servers(text), 0)),
            Map.entry(
                    "firewalld-policy",
                    text -> ParserCase.lines(List.of(FirewallFilesCollector.policy("file", text)), 0)));

    static Stream<ParserCase> cases() throws IOException {
        return ParserCase.of(PARSERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsThereAndCountsWhatItDoesNotUnderstand(ParserCase one) throws Exception {
        one.check(PARSERS.getOrDefault(one.parser(), text -> "no parser\n"));
    }
}
