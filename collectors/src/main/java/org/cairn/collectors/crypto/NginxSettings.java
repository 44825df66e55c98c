package org.cairn.collectors.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairn.collectors.crypto.Directives.Directive;

/// Servers of nginx (ngx_http_ssl_module, ngx_http_core_module `listen`, ngx_http_proxy_module). What a server does not
/// say is inherited from the level of `http`, of whichever file.
final class NginxSettings {
    private static final Set<String> INHERITED = Set.of("ssl_protocols", "ssl_ciphers", "ssl_verify_client");

    /// ngx_http_core_module, `listen`: "If the directive is not present then either *:80 is used or *:8000".
    private static final Directive EVERYWHERE = new Directive("listen", List.of("*:80"), List.of());

    private final List<Map.Entry<String, Directive>> servers = new ArrayList<>();
    private final Map<String, List<String>> inherited = new TreeMap<>();
    private final List<Map.Entry<String, String>> upstreams = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /// What is read by itself, and what holds no setting of TLS.
    private static final Pattern KNOWN = Pattern.compile(
            "(/etc/nginx/)?(conf\\.d/\\*\\.conf|conf\\.d/\\*|sites-enabled/\\*(\\.conf)?|modules-enabled/\\*\\.conf|mime\\.types|(fastcgi|proxy|uwsgi|scgi)_params|fastcgi\\.conf)");

    /// One file; included ones are added by themselves.
    void add(String path, Directives file) {
        file.all().forEach(directive -> level(path, directive));
        file.all().forEach(directive -> included(path, directive));
    }

    /// Files that are included and not read.
    List<String> unread() {
        return List.copyOf(unread);
    }

    private void included(String path, Directive directive) {
        if (directive.name().equals("include")
                && directive.values().stream()
                        .noneMatch(value -> KNOWN.matcher(value).matches())) {
            unread.add(path + ": include " + String.join(" ", directive.values()));
        }
        directive.block().forEach(inner -> included(path, inner));
    }

    private void level(String path, Directive directive) {
        switch (directive.name()) {
            case "http", "stream" -> directive.block().forEach(inner -> level(path, inner));
            case "server" -> {
                servers.add(Map.entry(path, directive));
                passing(path, directive);
            }
            case "upstream" ->
                directive.block().stream()
                        .filter(inner ->
                                inner.name().equals("server") && !inner.values().isEmpty())
                        .forEach(inner ->
                                upstreams.add(Map.entry(path, inner.values().getFirst())));
            default -> {
                if (INHERITED.contains(directive.name())) {
                    inherited.put(directive.name(), directive.values());
                }
            }
        }
    }

    private void passing(String path, Directive directive) {
        for (Directive inner : directive.block()) {
            boolean passes = Set.of("proxy_pass", "grpc_pass", "uwsgi_pass", "fastcgi_pass")
                    .contains(inner.name());
            if (passes && !inner.values().isEmpty()) {
                upstreams.add(Map.entry(path, inner.values().getFirst()));
            }
            passing(path, inner);
        }
    }

    /// Once every file was added. A name of an `upstream` block resolves to its servers, which are listed themselves.
    void tell(TlsServers into) {
        for (Map.Entry<String, Directive> server : servers) {
            boolean redirects = server.getValue()
                    .inside("return")
                    .filter(r -> r.values().stream().anyMatch(v -> v.startsWith("https://")))
                    .isPresent();
            List<Directive> listens = server.getValue().block().stream()
                    .filter(directive -> directive.name().equals("listen")
                            && !directive.values().isEmpty())
                    .toList();
            for (Directive listen : listens.isEmpty() ? List.of(EVERYWHERE) : listens) {
                into.add(server(server.getKey(), server.getValue(), listen, redirects));
            }
        }
        upstreams.forEach(upstream -> into.passesTo("nginx", upstream.getKey(), upstream.getValue()));
    }

    private TlsServers.Server server(String path, Directive server, Directive listen, boolean redirects) {
        List<String> values = listen.values();
        boolean tls = values.contains("ssl")
                || values.contains("quic")
                || says(server, "ssl").equals(List.of("on"));
        String client = says(server, "ssl_verify_client").stream().findFirst().orElse("off");
        return new TlsServers.Server(
                "nginx",
                path,
                values.getFirst(),
                tls,
                Tls.oldest(says(server, "ssl_protocols")),
                says(server, "ssl_ciphers").stream().findFirst(),
                client.equals("on") ? "required" : client.startsWith("optional") ? "optional" : "none",
                redirects);
    }

    private List<String> says(Directive server, String name) {
        Optional<Directive> own = server.inside(name);
        return own.map(Directive::values).orElse(inherited.getOrDefault(name, List.of()));
    }
}
