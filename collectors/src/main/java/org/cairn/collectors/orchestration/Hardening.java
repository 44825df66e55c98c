package org.cairn.collectors.orchestration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Json;

/// What one container leaves open that it could close, in words. Sources: Kubernetes Pod Security Standards, profile
/// "Restricted"; Compose specification, `security_opt`, `cap_drop`, `user`, `read_only`.
final class Hardening {
    private Hardening() {}

    /// A setting of the container wins over the same of its pod (Kubernetes API, `SecurityContext`).
    static List<String> missingOfContainer(Json pod, Json container) {
        List<String> missing = new ArrayList<>();
        if (!either(pod, container, "runAsNonRoot").orElse(false)) {
            missing.add("runAsNonRoot");
        }
        if (Tree.flag(container, "securityContext", "allowPrivilegeEscalation").orElse(true)) {
            missing.add("allowPrivilegeEscalation: false");
        }
        if (!Tree.texts(container, "securityContext", "capabilities", "drop").contains("ALL")) {
            missing.add("capabilities.drop: ALL");
        }
        String seccomp = Tree.text(container, "securityContext", "seccompProfile", "type")
                .or(() -> Tree.text(pod, "securityContext", "seccompProfile", "type"))
                .orElse("Unconfined");
        if (seccomp.equals("Unconfined")) {
            missing.add("seccompProfile");
        }
        return missing;
    }

    private static Optional<Boolean> either(Json pod, Json container, String name) {
        return Tree.flag(container, "securityContext", name).or(() -> Tree.flag(pod, "securityContext", name));
    }

    static List<String> missingOfService(Json service) {
        List<String> missing = new ArrayList<>();
        String user = Tree.text(service, "user").orElse("root").replaceFirst(":.*$", "");
        if (user.equals("root") || user.equals("0")) {
            missing.add("user");
        }
        List<String> options = Tree.texts(service, "security_opt");
        if (options.stream().noneMatch(option -> option.matches("no-new-privileges([:=]true)?"))) {
            missing.add("security_opt no-new-privileges");
        }
        if (options.stream().anyMatch(option -> option.matches("seccomp[:=]unconfined"))) {
            missing.add("seccomp");
        }
        if (!Tree.texts(service, "cap_drop").contains("ALL")) {
            missing.add("cap_drop ALL");
        }
        return missing;
    }
}
