package org.cairn.collectors.orchestration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Json;

/// What one container asks for beyond its own box, in words; none where it asks for nothing. Sources: Kubernetes Pod
/// Security Standards, profile "Baseline"; Compose specification, "Services".
final class Privileges {
    /// capabilities(7): each of these alone is, or leads to, the power of root over the host.
    private static final Set<String> STRONG =
            Set.of("ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "NET_ADMIN");

    private static final List<String> SOCKETS = List.of(
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/run/containerd/containerd.sock",
            "/run/podman/podman.sock",
            "/run/crio/crio.sock");

    private Privileges() {}

    /// @param pod       a Kubernetes pod's `spec`
    /// @param container one of its containers
    static List<String> ofContainer(Json pod, Json container) {
        List<String> asked = new ArrayList<>();
        if (Tree.flag(container, "securityContext", "privileged").orElse(false)) {
            asked.add("privileged");
        }
        for (String name : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (Tree.flag(pod, name).orElse(false)) {
                asked.add(name);
            }
        }
        strong(Tree.texts(container, "securityContext", "capabilities", "add"), asked);
        for (Json volume : Tree.list(pod, "volumes")) {
            Tree.text(volume, "hostPath", "path").ifPresent(path -> hostPath(path, asked));
        }
        return asked;
    }

    static List<String> ofService(Json service) {
        List<String> asked = new ArrayList<>();
        if (Tree.flag(service, "privileged").orElse(false)) {
            asked.add("privileged");
        }
        for (String name : List.of("network_mode", "pid", "ipc", "userns_mode", "uts", "cgroup")) {
            if (Tree.text(service, name).orElse("").equals("host")) {
                asked.add(name + " host");
            }
        }
        strong(Tree.texts(service, "cap_add"), asked);
        for (Json volume : Tree.list(service, "volumes")) {
            String source = Tree.text(volume, "source")
                    .or(() -> Tree.text(volume).map(text -> text.replaceFirst(":.*$", "")))
                    .orElse("");
            hostPath(source, asked);
        }
        return asked;
    }

    private static void strong(List<String> capabilities, List<String> asked) {
        capabilities.stream()
                .map(name -> name.replaceFirst("^CAP_", ""))
                .filter(STRONG::contains)
                .forEach(name -> asked.add("capability " + name));
    }

    private static void hostPath(String path, List<String> asked) {
        if (path.equals("/")
                || path.matches("/(etc|dev|home|usr|var|var/lib|var/run|run)/?")
                || path.matches("/(proc|sys|root|boot|var/lib/(docker|kubelet|containerd))(/.*)?")) {
            asked.add("the host's " + path);
        } else if (SOCKETS.contains(path)) {
            asked.add("the daemon's socket " + path);
        }
    }
}
