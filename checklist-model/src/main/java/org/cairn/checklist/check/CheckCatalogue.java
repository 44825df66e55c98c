package org.cairn.checklist.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;
import org.cairn.proof.Bytes;

/// Every check that ships with the product, in the order of its index.
public final class CheckCatalogue {
    private final List<CheckDefinition> checks;

    /// @throws IllegalArgumentException if two checks share an id
    public CheckCatalogue(List<CheckDefinition> checks) {
        this.checks = List.copyOf(checks);
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

    private static Bytes resource(String name) throws IOException {
        try (InputStream in = CheckCatalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return Bytes.copyOf(in.readAllBytes());
        }
    }
}
