package org.cairn.collectors.inference;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.service.UnitFile;
import org.cairn.collectors.service.Units;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Yaml;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;

/// How inference servers and gateways are set up: by their units, by the arguments they run with, by their settings
/// files. Environments of processes are never read; a key is recorded as set or not, never as it is.
public final class GatewayCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "inference.gateway",
                    1,
                    "Settings of inference servers and gateways",
                    List.of(
                            HostDeclaration.PATH,
                            "/{usr/lib,run,etc}/systemd/system/*.service",
                            "/proc/<pid>/{cmdline,cgroup}",
                            "/etc/litellm/config.yaml"))
            .withRoot("cairn collect (as root)", "settings files and units closed to others");
    private static final List<String> USUAL = List.of("/etc/litellm/config.yaml", "/etc/litellm/litellm.yaml");
    private static final Pattern UNIT = Pattern.compile("/([^/\\n]+\\.service)(?:/|\\n|$)");
    private static final int ARGUMENTS_LIMIT = 1 << 20;
    /// Of settings and units only the digest is kept: they hold keys, under any name.
    private static final int SETTINGS_LIMIT = 4 * 1024 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Units units = Units.read(seen);
        Members servers = seen.population("inference-servers");
        units.refusals().forEach(servers::refuse);
        for (String name : units.names()) {
            unit(seen, units, name, servers);
        }
        processes(seen, units, servers);
        HostDeclaration declared = HostDeclaration.ifThere(seen);
        for (String path : settings(seen, declared)) {
            settings(seen, path, servers);
        }
        return seen.result();
    }

    private static void unit(Observation seen, Units units, String name, Members servers) throws InterruptedException {
        UnitFile unit = units.unit(name).orElseThrow();
        for (List<String> start : unit.starts()) {
            Optional<ServerKind> kind = ServerKind.of(start);
            if (kind.isPresent()) {
                seen.hashed(units.path(name), ARGUMENTS_LIMIT);
                Map<String, String> facts = new ServerStart(kind.get(), start, units.environment(seen, unit)).facts();
                facts.put("where", units.path(name));
                servers.add(facts);
            }
        }
    }

    private static void processes(Observation seen, Units units, Members servers) throws InterruptedException {
        HostReader host = seen.host();
        for (RunningServer running : RunningServer.all(seen, servers)) {
            Optional<UnitFile> unit = unitOf(host, running.process()).flatMap(units::unit);
            Optional<Map<String, String>> environment =
                    unit.isPresent() ? units.environment(seen, unit.get()) : Optional.empty();
            Map<String, String> facts = new ServerStart(running.kind(), running.arguments(), environment).facts();
            facts.put("where", "process " + running.process().name());
            servers.add(facts);
        }
    }

    /// The innermost service of the process (cgroups(7), systemd's naming).
    private static Optional<String> unitOf(HostReader host, FileFacts process) throws InterruptedException {
        if (!(host.read(process.path() + "/cgroup", ARGUMENTS_LIMIT) instanceof Read.Got<Bytes>(Bytes text))) {
            return Optional.empty();
        }
        Matcher unit = UNIT.matcher(text.asUtf8());
        Optional<String> innermost = Optional.empty();
        while (unit.find()) {
            innermost = Optional.of(unit.group(1));
        }
        return innermost;
    }

    private static List<String> settings(Observation seen, HostDeclaration declared) throws InterruptedException {
        if (declared.states("gateway.settings")) {
            return declared.paths("gateway.settings");
        }
        List<String> there = new ArrayList<>();
        for (String path : USUAL) {
            if (!(seen.host().facts(path) instanceof Read.Refused<FileFacts>(Refusal refusal)
                    && refusal.why() == Refusal.Why.ABSENT)) {
                there.add(path);
            }
        }
        return there;
    }

    private static void settings(Observation seen, String path, Members servers) throws InterruptedException {
        List<Members> all = List.of(
                servers,
                seen.population("gateway-models"),
                seen.population("gateway-fallbacks"),
                seen.population("gateway-filters"),
                seen.population("gateways"));
        Optional<String> text = seen.hashed(path, SETTINGS_LIMIT);
        if (text.isEmpty()) {
            all.forEach(members -> members.refuse(new Refusal(path, Refusal.Why.DENIED, "could not be read")));
            return;
        }
        try {
            for (Json document : Yaml.documents(text.get())) {
                if (GatewaySettings.isOne(document)) {
                    gateway(seen, path, GatewaySettings.of(document));
                } else {
                    all.forEach(members -> members.refuse(
                            new Refusal(path, Refusal.Why.MALFORMED, "not the settings of a gateway known here")));
                }
            }
        } catch (MalformedYaml e) {
            all.forEach(members ->
                    members.refuse(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage()))));
        }
    }

    private static void gateway(Observation seen, String path, GatewaySettings settings) {
        put(seen.population("gateway-models"), path, settings.models());
        put(seen.population("gateway-fallbacks"), path, settings.fallbacks());
        put(seen.population("gateway-filters"), path, settings.filters());
        put(seen.population("gateways"), path, List.of(settings.facts()));
    }

    private static void put(Members members, String path, List<Map<String, String>> items) {
        for (Map<String, String> item : items) {
            Map<String, String> values = new TreeMap<>(item);
            values.put("where", path);
            members.add(values);
        }
    }
}
