package org.cairn.collectors.software;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// How container daemons are set up (dockerd(8), containers-policy.json(5)).
public final class ContainerDaemonCollector implements Collector {
    private static final String DOCKER = "/etc/docker/daemon.json";
    private static final String POLICY = "/etc/containers/policy.json";
    private static final String SOCKET = "/var/run/docker.sock";
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "software.container-daemon", 1, "Container daemon and image trust", List.of(DOCKER, POLICY, SOCKET));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        object(seen, DOCKER).ifPresent(docker -> docker(seen, docker));
        object(seen, POLICY).ifPresent(policy -> policy(seen, policy));
        if (host.facts(SOCKET) instanceof Read.Got<FileFacts>(FileFacts socket)) {
            seen.fact("docker-socket-mode", socket.octalMode()).fact("docker-socket-group", socket.group());
        }
        return seen.result();
    }

    private static Optional<JsonObject> object(Observation seen, String path) throws InterruptedException {
        Optional<String> text = seen.text(path);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Json.parseObject(Bytes.utf8(text.get())));
        } catch (MalformedJson e) {
            seen.refuse(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /// Each setting as `docker-<name>`; lists are counted as `docker-<name>-count`.
    static void docker(Observation seen, JsonObject docker) {
        docker.members().forEach((name, value) -> {
            switch (value) {
                case JsonText(String text) -> seen.fact("docker-" + name, text);
                case JsonFlag(boolean flag) -> seen.fact("docker-" + name, Boolean.toString(flag));
                case JsonNumber(String literal) -> seen.fact("docker-" + name, literal);
                case JsonArray(List<Json> elements) -> seen.fact("docker-" + name + "-count", elements.size());
                default -> seen.fact("docker-" + name, "set");
            }
        });
        if (!docker.members().containsKey("insecure-registries")) {
            seen.fact("docker-insecure-registries-count", 0);
        }
    }

    /// The `default` requirement: `reject`, `insecureAcceptAnything`, `signedBy` or `sigstoreSigned`.
    static void policy(Observation seen, JsonObject policy) {
        policy.member("default").ifPresent(value -> {
            if (value instanceof JsonArray(List<Json> requirements)) {
                for (Json requirement : requirements) {
                    seen.population("image-default-requirements").add("type", type(requirement));
                }
            }
        });
    }

    private static String type(Json requirement) {
        return requirement instanceof JsonObject object
                        && object.member("type").orElse(new Json.JsonNull()) instanceof JsonText(String type)
                ? type
                : "not understood";
    }
}
