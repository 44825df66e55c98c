package org.cairn.collectors.orchestration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// Sorts the documents of deployment files into populations: `containers`, `role-rules`, `role-bindings`, and the
/// `namespaces` that network policies and workloads name.
final class Manifests {
    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");

    private final Members containers;
    private final Members rules;
    private final Members bindings;
    private final Members namespaces;
    private final Set<String> used = new TreeSet<>();
    private final Set<String> denied = new TreeSet<>();
    private final Set<String> opened = new TreeSet<>();

    Manifests(Observation seen) {
        this.containers = seen.population("containers");
        this.rules = seen.population("role-rules");
        this.bindings = seen.population("role-bindings");
        this.namespaces = seen.population("namespaces");
    }

    List<Members> populations() {
        return List.of(containers, rules, bindings, namespaces);
    }

    /// Takes what a manifest or a Compose file says; of other YAML nothing.
    void add(String path, Json document) {
        Optional<String> kind = Tree.text(document, "kind");
        if (kind.isPresent() && Tree.text(document, "apiVersion").isPresent()) {
            if (kind.get().equals("List")) {
                Tree.list(document, "items").forEach(item -> add(path, item));
            } else {
                kubernetes(path, kind.get(), document);
            }
        } else if (Tree.at(document, "services").orElse(new Json.JsonNull()) instanceof JsonObject services) {
            services.members().forEach((name, service) -> service(path, name, service));
            if (Tree.at(document, "include").isPresent()) {
                containers.refuse(new Refusal(path, Refusal.Why.MALFORMED, "what it includes is not read here"));
            }
        }
    }

    private void service(String path, String name, Json service) {
        containers.add(
                item(path, "service " + name, Privileges.ofService(service), Hardening.missingOfService(service)));
        if (Tree.at(service, "extends").isPresent()) {
            containers.refuse(
                    new Refusal(path, Refusal.Why.MALFORMED, "service " + name + " extends one that is not read here"));
        }
    }

    private void kubernetes(String path, String kind, Json document) {
        String name = Tree.text(document, "metadata", "name").orElse("?");
        String namespace = Tree.text(document, "metadata", "namespace").orElse("default");
        switch (kind) {
            case "Pod" -> pod(path, "Pod " + name, namespace, Tree.at(document, "spec"));
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
                pod(path, kind + " " + name, namespace, Tree.at(document, "spec", "template", "spec"));
            case "CronJob" ->
                pod(
                        path,
                        "CronJob " + name,
                        namespace,
                        Tree.at(document, "spec", "jobTemplate", "spec", "template", "spec"));
            case "Role", "ClusterRole" -> Tree.list(document, "rules").forEach(rule -> rule(path, kind, name, rule));
            case "RoleBinding", "ClusterRoleBinding" -> binding(path, kind, name, document);
            case "NetworkPolicy" -> policy(namespace, document);
            default -> {} // says nothing of what is looked for here
        }
    }

    private void pod(String path, String owner, String namespace, Optional<Json> spec) {
        used.add(namespace);
        if (spec.isEmpty()) {
            containers.add("where", path, "name", owner);
            return;
        }
        for (String group : CONTAINERS) {
            for (Json container : Tree.list(spec.get(), group)) {
                containers.add(item(
                        path,
                        owner + ", " + Tree.text(container, "name").orElse("?"),
                        Privileges.ofContainer(spec.get(), container),
                        Hardening.missingOfContainer(spec.get(), container)));
            }
        }
    }

    private static Map<String, String> item(String path, String name, List<String> asks, List<String> misses) {
        return new TreeMap<>(Map.of(
                "where", path,
                "name", name,
                "privileged", asks.isEmpty() ? "no" : "yes",
                "asks-for", asks.isEmpty() ? "nothing" : String.join(", ", asks),
                "hardened", misses.isEmpty() ? "yes" : "no",
                "misses", misses.isEmpty() ? "nothing" : String.join(", ", misses)));
    }

    private void rule(String path, String kind, String name, Json rule) {
        List<String> wide = new ArrayList<>();
        for (String part : List.of("verbs", "resources", "apiGroups")) {
            if (Tree.texts(rule, part).contains("*")) {
                wide.add(part);
            }
        }
        // RBAC good practices, "Kubernetes RBAC - privilege escalation risks"
        boolean escalates =
                Tree.texts(rule, "verbs").stream().anyMatch(Set.of("escalate", "bind", "impersonate")::contains);
        rules.add(
                "where", path,
                "role", kind + " " + name,
                "wildcard", wide.contains("verbs") || wide.contains("resources") ? "yes" : "no",
                "escalates", escalates ? "yes" : "no",
                "wide-in", wide.isEmpty() ? "nothing" : String.join(", ", wide));
    }

    private void binding(String path, String kind, String name, Json document) {
        String role = Tree.text(document, "roleRef", "name").orElse("?");
        for (Json subject : Tree.list(document, "subjects")) {
            bindings.add(
                    "where",
                    path,
                    "binding",
                    kind + " " + name,
                    "role",
                    role,
                    "administrator",
                    role.equals("cluster-admin") ? "yes" : "no",
                    "subject",
                    Tree.text(subject, "kind").orElse("?") + " "
                            + Tree.text(subject, "name").orElse("?"));
        }
    }

    /// A policy that chooses every pod and allows nothing out denies by default (Kubernetes, "Network Policies",
    /// "Default
    /// deny all egress traffic").
    private void policy(String namespace, Json document) {
        boolean everyPod = Tree.at(document, "spec", "podSelector")
                .filter(selector -> selector instanceof JsonObject object
                        && object.members().values().stream().allMatch(Manifests::isEmpty))
                .isPresent();
        boolean out = Tree.texts(document, "spec", "policyTypes").contains("Egress");
        used.add(namespace);
        if (everyPod && out && Tree.list(document, "spec", "egress").isEmpty()) {
            denied.add(namespace);
        }
        if (Tree.list(document, "spec", "egress").stream().anyMatch(Manifests::leadsEverywhere)) {
            opened.add(namespace);
        }
    }

    /// A rule without destinations allows all of them; so does a block of every address.
    private static boolean leadsEverywhere(Json rule) {
        List<Json> destinations = Tree.list(rule, "to");
        return destinations.isEmpty()
                || destinations.stream()
                        .anyMatch(to ->
                                Tree.text(to, "ipBlock", "cidr").orElse("").matches("(0\\.0\\.0\\.0|::)/0"));
    }

    private static boolean isEmpty(Json value) {
        return value instanceof JsonObject object && object.members().isEmpty()
                || value instanceof Json.JsonArray array && array.elements().isEmpty();
    }

    /// Once every document was added.
    void finish() {
        used.forEach(namespace -> namespaces.add(
                "namespace", namespace,
                "egress-denied", denied.contains(namespace) ? "yes" : "no",
                "egress-open", opened.contains(namespace) ? "yes" : "no"));
    }
}
