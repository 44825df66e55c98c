package org.cairn.collectors.inference;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.proof.Bytes;

/// How the processes of inference servers are confined: user, capabilities, seccomp, no-new-privileges
/// (proc_pid_status(5)), namespaces (namespaces(7)) and limits of their control group (cgroups(7), kernel:
/// Documentation/admin-guide/cgroup-v2).
public final class InferenceProcessesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "inference.processes",
                    1,
                    "Confinement of inference servers",
                    List.of(
                            "/proc/<pid>/{cmdline,status,cgroup}",
                            "/proc/<pid>/ns/{net,mnt,pid}",
                            "/sys/fs/cgroup/<group>/{memory,pids}.max"))
            .withRoot("cairn collect (as root)", "namespaces of other users' processes");
    private static final Pattern STATUS =
            Pattern.compile("(?m)^(Uid|CapEff|CapBnd|Seccomp|NoNewPrivs):[ \\t]+(\\S+)(?:[ \\t]+(\\S+))?");
    private static final Pattern UNIFIED = Pattern.compile("(?m)^0::(/.*)$");
    private static final List<String> NAMESPACES = List.of("net", "mnt", "pid");
    private static final int LIMIT = 64 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Members processes = seen.population("inference-processes");
        for (RunningServer running : RunningServer.all(seen, processes)) {
            String path = running.process().path();
            Optional<String> status = seen.text(path + "/status");
            if (status.isPresent()) { // else it ended meanwhile
                Map<String, String> values = new TreeMap<>(Map.of(
                        "pid", running.process().name(),
                        "server", running.kind().text(),
                        "user", running.process().owner()));
                status(status.get(), values);
                for (String namespace : NAMESPACES) {
                    namespace(host, path, namespace, values);
                }
                limits(seen, path, values);
                processes.add(values);
            }
        }
        return seen.result();
    }

    /// The second number of `Uid` is the effective user.
    static void status(String text, Map<String, String> values) {
        Matcher field = STATUS.matcher(text);
        while (field.find()) {
            switch (field.group(1)) {
                case "Uid" -> Optional.ofNullable(field.group(3)).ifPresent(uid -> values.put("uid", uid));
                case "CapEff" -> values.put("capabilities", field.group(2));
                case "CapBnd" -> values.put("capability-bound", field.group(2));
                case "Seccomp" -> values.put("seccomp", field.group(2));
                default -> values.put("no-new-privileges", field.group(2));
            }
        }
    }

    /// Whether the process shares the namespace with process 1.
    private static void namespace(HostReader host, String path, String name, Map<String, String> values)
            throws InterruptedException {
        if (host.linkTarget(path + "/ns/" + name) instanceof Read.Got<String>(String own)
                && host.linkTarget("/proc/1/ns/" + name) instanceof Read.Got<String>(String first)) {
            values.put("namespace-" + name, own.equals(first) ? "of the host" : "own");
        }
    }

    /// The nearest limit on the way up: `max` means none.
    private static void limits(Observation seen, String path, Map<String, String> values) throws InterruptedException {
        if (!(seen.host().read(path + "/cgroup", LIMIT) instanceof Read.Got<Bytes>(Bytes text))) {
            return;
        }
        Matcher unified = UNIFIED.matcher(text.asUtf8());
        if (!unified.find()) {
            return;
        }
        values.put("control-group", unified.group(1));
        for (String limit : List.of("memory", "pids")) {
            nearest(seen, unified.group(1), limit + ".max").ifPresent(value -> values.put(limit + "-limit", value));
        }
    }

    private static Optional<String> nearest(Observation seen, String group, String file) throws InterruptedException {
        Optional<String> found = Optional.empty();
        String folder = group;
        while (folder.length() > 1) {
            if (seen.host().read("/sys/fs/cgroup" + folder + "/" + file, LIMIT)
                    instanceof Read.Got<Bytes>(Bytes value)) {
                String limit = value.asUtf8().strip();
                if (!limit.equals("max")) {
                    return Optional.of(limit);
                }
                found = Optional.of("none");
            }
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        return found;
    }
}
