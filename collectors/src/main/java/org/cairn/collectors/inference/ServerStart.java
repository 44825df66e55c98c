package org.cairn.collectors.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.text.IpAddress;

/// How an inference server is started: its arguments, and the environment where it is known.
/// @param environment empty where not all of it could be seen
record ServerStart(ServerKind kind, List<String> arguments, Optional<Map<String, String>> environment) {
    private static final List<String> ADDRESS_OPTIONS = List.of("--host", "--hostname", "--http-address");

    ServerStart {
        arguments = List.copyOf(arguments);
        environment = environment.map(Map::copyOf);
    }

    /// `address` and `scope`, `authentication` where it can be told; never the key itself.
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(Map.of("server", kind.text()));
        address().ifPresent(address -> {
            facts.put("address", address);
            facts.put("scope", scope(address));
        });
        authentication().ifPresent(asked -> facts.put("authentication", asked ? "yes" : "no"));
        return facts;
    }

    private Optional<String> address() {
        for (String option : ADDRESS_OPTIONS) {
            Optional<String> value = option(option);
            if (value.isPresent()) {
                return value;
            }
        }
        if (kind != ServerKind.LITELLM && option("--config").isPresent()) {
            return Optional.empty(); // LiteLLM's settings file names no address
        }
        String variable = kind == ServerKind.OLLAMA ? "OLLAMA_HOST" : "HOST";
        if (kind == ServerKind.OLLAMA || kind == ServerKind.LITELLM) {
            return environment.map(known -> known.getOrDefault(variable, kind.defaultAddress()));
        }
        return Optional.of(kind.defaultAddress());
    }

    /// Empty where the key might be set by an environment that was not seen.
    private Optional<Boolean> authentication() {
        if (kind.keyOptions().stream().anyMatch(option -> option(option).isPresent())) {
            return Optional.of(true);
        }
        if (option("--config").isPresent()) {
            return Optional.empty(); // the settings file may say
        }
        return kind.keyVariable().isEmpty()
                ? Optional.of(false)
                : environment.map(known -> known.containsKey(kind.keyVariable().orElseThrow()));
    }

    /// `--name value` or `--name=value`; the last one counts.
    private Optional<String> option(String name) {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                found = Optional.of(argument.substring(name.length() + 1));
            } else if (argument.equals(name) && i + 1 < arguments.size()) {
                found = Optional.of(arguments.get(i + 1));
            }
        }
        return found;
    }

    /// As [IpAddress.Scope#text()]; `unknown` for a name.
    static String scope(String address) {
        String host = address.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
        if (host.startsWith("[")) {
            host = host.substring(1).replaceFirst("].*$", "");
        } else if (host.indexOf(':') == host.lastIndexOf(':')) {
            host = host.replaceFirst(":\\d*$", "");
        }
        if (host.isEmpty()) {
            return "any";
        }
        return host.equals("localhost")
                ? "loopback"
                : IpAddress.parse(host).map(found -> found.scope().text()).orElse("unknown");
    }
}
