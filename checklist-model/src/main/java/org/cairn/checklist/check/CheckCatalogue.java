package org.cairn.checklist.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.Platform;
import org.cairn.proof.Bytes;

/// Every check that ships with the product, in the order of its index.
public final class CheckCatalogue {
    private final List<CheckDefinition> checks;
    private final Map<Platform, Set<CheckId>> standIns;

    /// @throws IllegalArgumentException if two checks share an id
    public CheckCatalogue(List<CheckDefinition> checks) {
        this.checks = List.copyOf(checks);
        this.standIns = standIns(this.checks);
        if (checks.stream().map(CheckDefinition::id).distinct().count() != checks.size()) {
            throw new IllegalArgumentException("two checks share an id");
        }
    }

    /// Loads the definitions beside this class: `index.txt` names one folder a line, each holds a `check.json`.
    public static CheckCatalogue load() {
        try {
            List<CheckDefinition> checks = new ArrayList<>();
            for (String id : resource("index.txt").asUtf8().lines().toList()) {
                CheckDefinition check = CheckDefinitionReader.read(resource(id + "/check.json"));
                if (!check.id().value().equals(id)) {
                    throw new IllegalStateException("folder " + id + " holds the check " + check.id());
                }
                checks.add(check);
            }
            checks.addAll(ImportRules.load().definitions());
            return new CheckCatalogue(checks);
        } catch (IOException | MalformedCheck e) {
            throw new IllegalStateException("the catalogue of checks that ships with this product is damaged", e);
        }
    }

    public List<CheckDefinition> checks() {
        return checks;
    }

    public Optional<CheckDefinition> check(CheckId id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /// The checks that feed `control`.
    public List<CheckDefinition> feeding(ControlId control) {
        return checks.stream()
                .filter(check ->
                        check.feeds().stream().anyMatch(feed -> feed.control().equals(control)))
                .toList();
    }

    /// Whether a check's question is asked of hosts of a system: by the check itself, or by one that is the same there.
    public boolean asks(CheckDefinition check, Platform platform) {
        return check.platform().filter(own -> own == platform).isPresent()
                || !Collections.disjoint(questions(check), standIns.getOrDefault(platform, Set.of()));
    }

    /// What is asked of a host of this system: its own checks, and those that have none there; not what waits for a
    /// report of another tool.
    public List<CheckDefinition> askedOf(Platform platform) {
        return checks.stream()
                .filter(check -> check.asking() == CheckDefinition.Asking.ALWAYS)
                .filter(check -> check.platform()
                        .map(own -> own == platform || own == Platform.LINUX && !asks(check, platform))
                        .orElse(true))
                .toList();
    }

    private static List<CheckId> questions(CheckDefinition check) {
        return check.platform().equals(Optional.of(Platform.LINUX))
                ? List.of(check.id())
                : check.origin().sameAs();
    }

    /// The questions, as checks of Linux, that each system has checks for.
    private static Map<Platform, Set<CheckId>> standIns(List<CheckDefinition> checks) {
        Map<Platform, Set<CheckId>> standIns = new EnumMap<>(Platform.class);
        for (CheckDefinition check : checks) {
            check.platform()
                    .ifPresent(platform -> standIns.computeIfAbsent(platform, _ -> new HashSet<>())
                            .addAll(questions(check)));
        }
        return standIns;
    }

    private static Bytes resource(String name) throws IOException {
        try (InputStream in = CheckCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return Bytes.copyOf(in.readAllBytes());
        }
    }
}
