package org.cairn.collectors.crypto;

import java.util.List;
import java.util.Optional;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Json;

/// Listeners and clusters of Envoy's static settings (envoy.config.bootstrap.v3, `DownstreamTlsContext`,
/// `TlsParameters`).
final class EnvoySettings {
    private EnvoySettings() {}

    static void tell(String path, Json document, TlsServers into) {
        for (Json listener : Tree.list(document, "static_resources", "listeners")) {
            String listen = address(listener);
            for (Json chain : Tree.list(listener, "filter_chains")) {
                into.add(server(path, listen, chain));
            }
        }
        for (Json cluster : Tree.list(document, "static_resources", "clusters")) {
            for (Json locality : Tree.list(cluster, "load_assignment", "endpoints")) {
                for (Json endpoint : Tree.list(locality, "lb_endpoints")) {
                    Tree.at(endpoint, "endpoint").ifPresent(one -> into.passesTo("envoy", path, address(one)));
                }
            }
        }
    }

    private static String address(Json holder) {
        Optional<String> pipe = Tree.text(holder, "address", "pipe", "path");
        return pipe.orElseGet(() -> Tree.text(holder, "address", "socket_address", "address")
                        .orElse("?") + ":"
                + Tree.text(holder, "address", "socket_address", "port_value").orElse("?"));
    }

    private static TlsServers.Server server(String path, String listen, Json chain) {
        Optional<Json> context = Tree.at(chain, "transport_socket", "typed_config");
        Json tls = context.orElse(new Json.JsonNull());
        String[] parameters = {"common_tls_context", "tls_params"};
        Optional<String> oldest = Tree.text(tls, parameters[0], parameters[1], "tls_minimum_protocol_version")
                .flatMap(Tls::version);
        List<String> ciphers = Tree.texts(tls, parameters[0], parameters[1], "cipher_suites");
        boolean required = Tree.flag(tls, "require_client_certificate").orElse(false);
        return new TlsServers.Server(
                "envoy",
                path,
                listen,
                context.isPresent(),
                oldest,
                ciphers.isEmpty() ? Optional.empty() : Optional.of(String.join(":", ciphers)),
                required ? "required" : "none",
                false);
    }
}
