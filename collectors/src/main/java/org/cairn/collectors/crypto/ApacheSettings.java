package org.cairn.collectors.crypto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.collectors.text.ConfigLines;

/// Virtual hosts of the Apache HTTP server (mod_ssl: `SSLEngine`, `SSLProtocol`, `SSLCipherSuite`, `SSLVerifyClient`;
/// mod_proxy: `ProxyPass`). What a virtual host does not say is inherited from the server.
final class ApacheSettings {
    /// Since 2.4.59 `all` is TLS 1.2 and 1.3 with an OpenSSL that has no older; before, more: then nothing is stated.
    private static final String EVERYTHING = "all";

    private final Map<String, String> server = new HashMap<>();
    private final List<Host> hosts = new ArrayList<>();
    private final List<Map.Entry<String, String>> listens = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /// What is read by itself, and what holds no setting of TLS.
    private static final Pattern KNOWN = Pattern.compile(
            "\"?(/etc/(apache2|httpd)/)?(mods-enabled|conf-enabled|sites-enabled|conf\\.d|conf\\.modules\\.d)/\\*(\\.(conf|load))?\"?|\"?(/etc/apache2/)?ports\\.conf\"?");

    private record Host(String path, String listen, Map<String, String> settings, List<String> passes) {}

    void add(String path, String text) {
        Optional<Host> inside = Optional.empty();
        for (String line : ConfigLines.of(text).lines()) {
            String[] words = line.split("\\s+", 2);
            String name = words[0].toLowerCase(Locale.ROOT);
            String value = words.length > 1 ? words[1].replaceFirst(">$", "").strip() : "";
            if (name.equals("<virtualhost")) {
                inside = Optional.of(new Host(path, value.split("\\s+", -1)[0], new HashMap<>(), new ArrayList<>()));
                hosts.add(inside.get());
            } else if (name.startsWith("</virtualhost")) {
                inside = Optional.empty();
            } else if (name.equals("listen")) {
                listens.add(Map.entry(path, value.split("\\s+", -1)[0]));
            } else if (name.startsWith("include") && !KNOWN.matcher(value).matches()) {
                unread.add(path + ": " + line);
            } else if (name.equals("proxypass") && inside.isPresent()) {
                String[] mapping = value.split("\\s+", -1);
                inside.get().passes().add(mapping[mapping.length > 1 ? 1 : 0].replace("\"", ""));
            } else {
                inside.map(Host::settings).orElse(server).put(name, value);
            }
        }
    }

    /// Files that are included and not read.
    List<String> unread() {
        return List.copyOf(unread);
    }

    void tell(TlsServers into) {
        for (Map.Entry<String, String> listen : listens) {
            String port = listen.getValue().replaceFirst("^.*:", "");
            if (hosts.stream()
                    .noneMatch(host -> host.listen().replaceFirst("^.*:", "").equals(port))) {
                hosts.add(new Host(listen.getKey(), listen.getValue(), Map.of(), List.of()));
            }
        }
        for (Host host : hosts) {
            String protocols = says(host, "sslprotocol").orElse("");
            String client = says(host, "sslverifyclient").orElse("none");
            boolean redirects = says(host, "redirect").orElse("").contains("https://");
            into.add(new TlsServers.Server(
                    "apache",
                    host.path(),
                    host.listen(),
                    says(host, "sslengine").orElse("off").equalsIgnoreCase("on"),
                    oldest(protocols),
                    says(host, "sslciphersuite").map(ciphers -> ciphers.replace("\"", "")),
                    client.equals("require") ? "required" : client.startsWith("optional") ? "optional" : "none",
                    redirects));
            host.passes().stream()
                    .filter(target -> !target.equals("!"))
                    .forEach(target -> into.passesTo("apache", host.path(), target));
        }
    }

    /// `-all +TLSv1.2`, `TLSv1.2 TLSv1.3`, or `all -SSLv3 -TLSv1 -TLSv1.1`.
    private static Optional<String> oldest(String protocols) {
        List<String> words = List.of(protocols.split("\\s+", -1));
        if (words.stream().noneMatch(word -> word.replace("+", "").equalsIgnoreCase(EVERYTHING))) {
            return Tls.oldest(
                    words.stream().filter(word -> !word.startsWith("-")).toList());
        }
        List<String> removed = words.stream()
                .filter(word -> word.startsWith("-"))
                .flatMap(word -> Tls.version(word.substring(1)).stream())
                .toList();
        if (removed.containsAll(List.of("SSLv3", "1.0", "1.1"))) {
            return Optional.of(removed.contains("1.2") ? "1.3" : "1.2");
        }
        return removed.containsAll(List.of("1.0", "1.1")) ? Optional.of("1.2") : Optional.empty();
    }

    private Optional<String> says(Host host, String name) {
        return Optional.ofNullable(host.settings().get(name)).or(() -> Optional.ofNullable(server.get(name)));
    }
}
