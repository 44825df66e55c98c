package org.cairn.collectors.crypto;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.SecretMask;
import org.cairn.collectors.text.Origin;

/// Where servers listen and whither they pass on, as one reading of settings files adds them.
final class TlsServers {
    private final Members servers;
    private final Members upstreams;

    TlsServers(Members servers, Members upstreams) {
        this.servers = servers;
        this.upstreams = upstreams;
    }

    /// @param oldest  the oldest version that is allowed; empty where the server's default decides
    /// @param ciphers the string of ciphers; empty where the default decides
    /// @param client  `required`, `optional` or `none`
    /// @param redirects whether everything that is asked here is only sent to HTTPS
    record Server(
            String product,
            String where,
            String listen,
            boolean tls,
            Optional<String> oldest,
            Optional<String> ciphers,
            String client,
            boolean redirects) {}

    void add(Server server) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "product", server.product(),
                "where", server.where(),
                "listen", server.listen(),
                "scope", Tls.scope(server.listen()),
                "tls", server.tls() ? "yes" : "no",
                "client-certificate", server.tls() ? server.client() : "none",
                "only-redirects", server.redirects() ? "yes" : "no"));
        if (server.tls()) {
            server.oldest().ifPresent(version -> values.put("oldest-version", version));
            values.put(
                    "weak-ciphers",
                    server.ciphers()
                            .map(ciphers -> Tls.addsWeakCiphers(ciphers) ? "yes" : "no")
                            .orElse("default"));
        }
        servers.add(values);
    }

    /// @param address a URI, or host and port
    void passesTo(String product, String where, String address) {
        String uri = address.contains("://") ? address : "tcp://" + address;
        boolean local = address.contains("unix:") || address.startsWith("/");
        upstreams.add(
                "product",
                product,
                "where",
                where,
                "upstream",
                SecretMask.mask(address),
                "place",
                local ? "local" : Origin.placeOf(uri));
    }
}
