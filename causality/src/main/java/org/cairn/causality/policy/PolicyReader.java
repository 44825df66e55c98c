package org.cairn.causality.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.causality.policy.RuntimePolicy.Artefacts;
import org.cairn.causality.policy.RuntimePolicy.Membership;
import org.cairn.causality.policy.RuntimePolicy.Models;
import org.cairn.causality.policy.RuntimePolicy.Reader;
import org.cairn.causality.policy.RuntimePolicy.UserChange;
import org.cairn.causality.policy.RuntimePolicy.Volume;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.YamlLines;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;

/// Reads a policy's file. Its format stands in docs/runtime-policy.md.
public final class PolicyReader {
    static final String FORMAT = "cairn-runtime-policy-1";

    private final PolicySection file;

    private PolicyReader(PolicySection file) {
        this.file = file;
    }

    /// @throws MalformedPolicy with the line, what is wrong there and what to write instead
    public static RuntimePolicy read(String text) throws MalformedPolicy {
        YamlLines yaml;
        try {
            yaml = YamlLines.of(text);
        } catch (MalformedYaml e) {
            throw new MalformedPolicy("is no YAML that can be read: " + e.getMessage(), e);
        }
        PolicySection file = PolicySection.of(
                yaml,
                "",
                yaml.value(),
                List.of(
                        "format",
                        "system",
                        "processes",
                        "programs",
                        "children",
                        "data",
                        "destinations",
                        "models",
                        "artefacts",
                        "users",
                        "volume",
                        "writable",
                        "watched"));
        String format = file.text("format");
        if (!format.equals(FORMAT)) {
            throw file.refusal("format", "is '" + format + "'; write " + FORMAT);
        }
        return new PolicyReader(file).policy();
    }

    private RuntimePolicy policy() throws MalformedPolicy {
        Optional<PolicySection> data = file.section("data", "read", "write");
        Optional<PolicySection> users = file.section("users", "actAs", "changes");
        Membership processes = membership();
        try {
            return new RuntimePolicy(
                    file.text("system"),
                    processes,
                    places(Optional.of(file), "programs"),
                    children(),
                    places(data, "read"),
                    places(data, "write"),
                    destinations(),
                    models(),
                    artefacts(),
                    actAs(users),
                    changes(users),
                    volume(),
                    file.places("writable"),
                    watched());
        } catch (IllegalArgumentException e) {
            throw file.refusal("system", String.valueOf(e.getMessage()));
        }
    }

    private Membership membership() throws MalformedPolicy {
        PolicySection section = file.section("processes", "all", "users", "programs", "from")
                .orElseThrow(() -> file.refusal("processes", "is missing: say whose acts are the system's"));
        try {
            return new Membership(
                    section.flag("all"),
                    new HashSet<>(section.texts("users")),
                    section.places("programs"),
                    section.places("from"));
        } catch (IllegalArgumentException e) {
            throw file.refusal("processes", "is empty: " + e.getMessage());
        }
    }

    private static Optional<List<Place>> places(Optional<PolicySection> section, String name) throws MalformedPolicy {
        return section.isPresent() && section.get().has(name)
                ? Optional.of(section.get().places(name))
                : Optional.empty();
    }

    private Optional<Map<String, Set<String>>> children() throws MalformedPolicy {
        if (!file.has("children")) {
            return Optional.empty();
        }
        Map<String, Set<String>> children = new HashMap<>();
        for (Map.Entry<String, Json> one : file.mapping("children").entrySet()) {
            String name = "children." + one.getKey();
            if (!one.getKey().startsWith("/")) {
                throw file.refusal(name, "does not begin with a slash: programs are named by their path");
            }
            children.put(one.getKey(), new HashSet<>(file.texts(name, one.getValue())));
        }
        return Optional.of(children);
    }

    private Optional<List<DestinationRule>> destinations() throws MalformedPolicy {
        if (!file.has("destinations")) {
            return Optional.empty();
        }
        List<DestinationRule> rules = new ArrayList<>();
        for (PolicySection section : file.sections("destinations", "address", "ports")) {
            List<DestinationRule.Ports> ports = new ArrayList<>();
            for (String text : section.texts("ports")) {
                ports.add(section.parsed("ports", text, DestinationRule.Ports::parse, "443 or 8000-8099"));
            }
            if (section.has("ports") && ports.isEmpty()) {
                throw section.refusal("ports", "is empty; leave it out to allow all ports");
            }
            rules.add(section.parsed(
                    "address",
                    section.text("address"),
                    address -> DestinationRule.parse(address, ports),
                    "an address like 203.0.113.7, or a network like 10.0.0.0/8 or 2001:db8::/32 without bits beyond"
                            + " its prefix; names are not looked up"));
        }
        return Optional.of(rules);
    }

    private Optional<Models> models() throws MalformedPolicy {
        Optional<PolicySection> section = file.section("models", "files", "readers");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        List<Reader> readers = new ArrayList<>();
        for (PolicySection reader : section.get().sections("readers", "program", "user")) {
            readers.add(new Reader(reader.place("program", reader.text("program")), reader.optionalText("user")));
        }
        return Optional.of(new Models(section.get().places("files"), readers));
    }

    private Optional<Artefacts> artefacts() throws MalformedPolicy {
        Optional<PolicySection> section = file.section("artefacts", "places", "sha256");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Digest> digests = new HashMap<>();
        for (String path : section.get().mapping("sha256").keySet()) {
            String name = "sha256." + path;
            String hex = section.get().members().member("sha256").orElseThrow() instanceof Json.JsonObject object
                            && object.members().get(path) instanceof Json.JsonText(String text)
                    ? text
                    : "";
            if (!section.get().place(name, path).isExact()) {
                throw section.get().refusal(name, "is no single file");
            }
            digests.put(path, section.get().parsed(name, hex, PolicyReader::digest, "64 hexadecimal digits"));
        }
        return Optional.of(new Artefacts(section.get().places("places"), digests));
    }

    private static Optional<Digest> digest(String hex) {
        return hex.matches("[0-9a-f]{64}") ? Optional.of(Digest.parseHex(hex)) : Optional.empty();
    }

    private static Optional<Set<String>> actAs(Optional<PolicySection> users) throws MalformedPolicy {
        return users.isPresent() && users.get().has("actAs")
                ? Optional.of(new HashSet<>(users.get().texts("actAs")))
                : Optional.empty();
    }

    private static Optional<Set<UserChange>> changes(Optional<PolicySection> users) throws MalformedPolicy {
        if (users.isEmpty() || !users.get().has("changes")) {
            return Optional.empty();
        }
        Set<UserChange> changes = new HashSet<>();
        for (PolicySection change : users.get().sections("changes", "from", "to")) {
            changes.add(new UserChange(change.text("from"), change.text("to")));
        }
        return Optional.of(changes);
    }

    private Optional<Volume> volume() throws MalformedPolicy {
        Optional<PolicySection> section = file.section("volume", "period", "files");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        String files = section.get().text("files");
        if (!files.matches("\\d{1,9}")) {
            throw section.get().refusal("files", "is '" + files + "'; write a number of files");
        }
        Duration period = section.get()
                .parsed("period", section.get().text("period"), PolicyReader::period, "a period like PT1H or PT10M");
        return Optional.of(new Volume(period, Integer.parseInt(files)));
    }

    private static Optional<Duration> period(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Map<Watched, Set<String>> watched() throws MalformedPolicy {
        String[] known = Arrays.stream(Watched.values()).map(Watched::id).toArray(String[]::new);
        Optional<PolicySection> section = file.section("watched", known);
        Map<Watched, Set<String>> watched = new HashMap<>();
        for (Watched one : section.isPresent() ? Watched.values() : new Watched[0]) {
            if (section.get().has(one.id())) {
                watched.put(one, section.get().texts(one.id()).stream().collect(Collectors.toSet()));
            }
        }
        return watched;
    }
}
