package org.cairn.collectors.logging;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Tree;
import org.cairn.evidence.yaml.Yaml;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;

/// Rules that raise alerts, in the folders where Falco, Prometheus and Wazuh look for them, and whether the program
/// that
/// applies them runs.
public final class AlertRulesCollector implements Collector {
    /// Only the digest is kept: beside the rules lie settings that may hold keys.
    private static final int LIMIT = 16 * 1024 * 1024;

    private record Engine(String name, String process, List<String> folders) {}

    private static final List<Engine> ENGINES = List.of(
            new Engine("falco", "falco", List.of("/etc/falco", "/etc/falco/rules.d")),
            new Engine("prometheus", "prometheus", List.of("/etc/prometheus", "/etc/prometheus/rules")),
            new Engine("wazuh", "wazuh-analysisd", List.of("/var/ossec/etc/rules")));
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "logging.alert-rules",
                    1,
                    "Rules that raise alerts",
                    List.of(
                            "/etc/falco/{,rules.d/}*.yaml",
                            "/etc/prometheus/{,rules/}*.{yml,yaml,rules}",
                            "/var/ossec/etc/rules/*.xml",
                            "/proc/*/comm"))
            .withRoot("sudo ls /var/ossec/etc/rules", "rules in folders closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members rules = seen.population("alert-rules");
        Set<String> running = running(seen, rules);
        List<String> looked = new ArrayList<>();
        boolean there = false;
        for (Engine engine : ENGINES) {
            for (String folder : engine.folders()) {
                looked.add(folder);
                there |= folder(seen, engine, folder, running, rules);
            }
        }
        if (!there) {
            rules.refuse(new Refusal(String.join(" ", looked), Refusal.Why.ABSENT, "none of the folders is there"));
        }
        return seen.result();
    }

    private static boolean folder(Observation seen, Engine engine, String folder, Set<String> running, Members rules)
            throws InterruptedException {
        switch (seen.host().list(folder)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                if (refusal.why() != Refusal.Why.ABSENT) {
                    rules.refuse(refusal);
                }
                return false;
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                for (FileFacts member : members) {
                    if (!member.isDirectory() && member.name().matches(".*\\.(ya?ml|rules|xml)")) {
                        file(seen, engine, member, running, rules);
                    }
                }
                return true;
            }
        }
    }

    private static void file(Observation seen, Engine engine, FileFacts file, Set<String> running, Members rules)
            throws InterruptedException {
        Optional<String> text = seen.hashed(file.path(), LIMIT);
        if (text.isEmpty()) {
            rules.refuse(new Refusal(file.path(), Refusal.Why.DENIED, "could not be read"));
            return;
        }
        try {
            long count = count(engine.name(), text.get());
            if (count > 0) {
                rules.add(Map.of(
                        "engine", engine.name(),
                        "file", file.path(),
                        "rules", Long.toString(count),
                        "engine-runs", running.contains(engine.process()) ? "yes" : "no"));
            }
        } catch (MalformedYaml e) {
            rules.refuse(new Refusal(file.path(), Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
        }
    }

    /// Falco: list entries with `rule`, not disabled; Prometheus: `groups[].rules[].alert`; Wazuh: `<rule id=`.
    private static long count(String engine, String text) throws MalformedYaml {
        if (engine.equals("wazuh")) {
            return text.lines()
                    .filter(line -> line.strip().startsWith("<rule id="))
                    .count();
        }
        long count = 0;
        for (Json document : Yaml.documents(text)) {
            if (document instanceof JsonArray(List<Json> entries)) {
                count += entries.stream()
                        .filter(entry -> Tree.at(entry, "rule").isPresent()
                                && Tree.flag(entry, "enabled").orElse(true))
                        .count();
            }
            for (Json group : Tree.list(document, "groups")) {
                count += Tree.list(group, "rules").stream()
                        .filter(rule -> Tree.at(rule, "alert").isPresent())
                        .count();
            }
        }
        return count;
    }

    private static Set<String> running(Observation seen, Members rules) throws InterruptedException {
        Set<String> names = new TreeSet<>();
        switch (seen.host().list("/proc")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> rules.refuse(refusal);
            case Read.Got<List<FileFacts>>(List<FileFacts> members) -> {
                HiddenProcesses.in(members).ifPresent(rules::refuse);
                for (FileFacts member : members) {
                    if (member.name().matches("\\d{1,9}")
                            && seen.host().read(member.path() + "/comm", 256) instanceof Read.Got<Bytes>(Bytes name)) {
                        names.add(name.asUtf8().strip());
                    }
                }
            }
        }
        return names;
    }
}
