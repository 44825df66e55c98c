package org.cairn.collectors.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.text.ConfigLines;

/// Servers of HAProxy (Configuration Manual, sections 3.1 `ssl-default-bind-options`, 4.2 `bind` and `server`,
/// 5.1 `ssl-min-ver`, `verify`).
final class HaproxySettings {
    private static final List<String> SECTIONS =
            List.of("global", "defaults", "frontend", "backend", "listen", "userlist", "peers", "resolvers", "cache");

    private HaproxySettings() {}

    static void tell(String path, String text, TlsServers into) {
        List<String> defaults = new ArrayList<>();
        Optional<String> ciphers = Optional.empty();
        boolean redirects = false;
        String section = "";
        List<String> lines = ConfigLines.of(text).lines();
        for (int i = 0; i < lines.size(); i++) {
            List<String> words =
                    List.of(lines.get(i).replaceFirst("\\s+#.*$", "").split("\\s+"));
            String first = words.getFirst();
            if (SECTIONS.contains(first)) {
                section = first;
                redirects = redirects(lines, i + 1);
            } else if (first.equals("ssl-default-bind-options")) {
                defaults.addAll(words.subList(1, words.size()));
            } else if (first.equals("ssl-default-bind-ciphers") && words.size() > 1) {
                ciphers = Optional.of(words.get(1));
            } else if (first.equals("bind") && words.size() > 1) {
                into.add(bind(path, words, defaults, ciphers, redirects));
            } else if (first.equals("server") && words.size() > 2 && !section.equals("peers")) {
                into.passesTo("haproxy", path, words.get(2));
            }
        }
    }

    private static boolean redirects(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .takeWhile(line -> !SECTIONS.contains(line.split("\\s+", 2)[0]))
                .anyMatch(line -> line.matches("(http-request )?redirect scheme https.*") && !line.contains(" if "));
    }

    private static TlsServers.Server bind(
            String path, List<String> words, List<String> defaults, Optional<String> ciphers, boolean redirects) {
        Optional<String> oldest = after(words, "ssl-min-ver")
                .or(() -> after(defaults, "ssl-min-ver"))
                .flatMap(Tls::version);
        String client = after(words, "verify").orElse("none");
        return new TlsServers.Server(
                "haproxy",
                path,
                words.get(1),
                words.contains("ssl"),
                oldest,
                after(words, "ciphers").or(() -> ciphers),
                client.equals("required") || client.equals("optional") ? client : "none",
                redirects);
    }

    private static Optional<String> after(List<String> words, String name) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
}
