package org.cairn.collectors.process;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HiddenProcesses;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.collectors.host.SecretMask;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Running processes (proc_pid_status(5), proc_pid_exe(5), proc_pid_fd(5)). Environments are never read; arguments that
/// look like secrets are masked.
public final class ProcessesCollector implements Collector {
    private static final int ARGUMENTS_LIMIT = 4096;
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "process.running",
                    1,
                    "Running processes, open files and sockets",
                    List.of("/proc/<pid>/status", "/proc/<pid>/cmdline", "/proc/<pid>/exe", "/proc/<pid>/fd"))
            .withRoot("cairn collect (as root)", "program files, open files and sockets of other users' processes");
    private static final Pattern STATUS = Pattern.compile("(?m)^(Name|PPid|Uid|CapEff|Seccomp|NoNewPrivs):\\s+(\\S+)");
    private static final Pattern MODEL =
            Pattern.compile("(?i).*\\.(safetensors|gguf|ggml|onnx|pt|pth|ckpt|pkl|h5|keras)");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<List<FileFacts>> entries = seen.directory("/proc");
        if (entries.isPresent()) {
            Members processes = seen.population("processes");
            Members models = seen.population("open-model-files");
            HiddenProcesses.in(entries.get()).ifPresent(refusal -> {
                seen.refuse(refusal);
                processes.refuse(refusal);
                models.refuse(refusal);
            });
            for (FileFacts entry : entries.get()) {
                if (entry.name().matches("\\d{1,9}")) {
                    process(host, entry, processes, models);
                }
            }
        }
        return seen.result();
    }

    /// A process that ends while it is looked at is left out: it is no longer running.
    private static void process(HostReader host, FileFacts entry, Members processes, Members models)
            throws InterruptedException {
        if (!(host.read(entry.path() + "/status", 16_384) instanceof Read.Got<Bytes>(Bytes status))) {
            return;
        }
        Map<String, String> values = new TreeMap<>(Map.of("pid", entry.name(), "user", entry.owner()));
        status(status.asUtf8(), values);
        if (host.read(entry.path() + "/cmdline", 1 << 20) instanceof Read.Got<Bytes>(Bytes arguments)) {
            values.put("arguments", arguments(arguments.asUtf8()));
        }
        boolean kernelThread = values.getOrDefault("arguments", "").isEmpty() && !isUserProgram(host, entry);
        values.put("kernel-thread", kernelThread ? "yes" : "no");
        switch (host.linkTarget(entry.path() + "/exe")) {
            case Read.Got<String>(String target) -> {
                values.put("program", target.replace(" (deleted)", ""));
                values.put("program-deleted", target.endsWith(" (deleted)") ? "yes" : "no");
            }
            case Read.Refused<String>(Refusal refusal) -> {
                if (refusal.why() == Refusal.Why.DENIED && !kernelThread) {
                    processes.refuse(new Refusal("/proc/<pid>/exe", Refusal.Why.DENIED, "programs of other users"));
                }
                if (kernelThread) {
                    values.put("program-deleted", "no");
                }
            }
        }
        open(host, entry, values, models);
        processes.add(values);
    }

    private static boolean isUserProgram(HostReader host, FileFacts entry) throws InterruptedException {
        return host.linkTarget(entry.path() + "/exe") instanceof Read.Got<String>;
    }

    private static void open(HostReader host, FileFacts entry, Map<String, String> values, Members models)
            throws InterruptedException {
        switch (host.list(entry.path() + "/fd")) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                if (refusal.why() == Refusal.Why.DENIED) {
                    models.refuse(new Refusal("/proc/<pid>/fd", Refusal.Why.DENIED, "open files of other users"));
                }
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> links) -> {
                int files = 0;
                int sockets = 0;
                for (FileFacts link : links) {
                    String target = host.linkTarget(link.path()) instanceof Read.Got<String>(String t) ? t : "";
                    files += target.startsWith("/") ? 1 : 0;
                    sockets += target.startsWith("socket:") ? 1 : 0;
                    if (MODEL.matcher(target).matches()) {
                        models.add("pid", entry.name(), "path", target, "name", values.getOrDefault("name", "?"));
                    }
                }
                values.put("open-files", Integer.toString(files));
                values.put("open-sockets", Integer.toString(sockets));
            }
        }
    }

    static void status(String text, Map<String, String> values) {
        Matcher field = STATUS.matcher(text);
        while (field.find()) {
            switch (field.group(1)) {
                case "Name" -> values.put("name", field.group(2));
                case "PPid" -> values.put("parent", field.group(2));
                case "Uid" -> values.put("uid", field.group(2));
                case "CapEff" -> values.put("capabilities", field.group(2));
                case "Seccomp" -> values.put("seccomp", field.group(2));
                default -> values.put("no-new-privileges", field.group(2));
            }
        }
    }

    /// Arguments are separated by NUL bytes.
    static String arguments(String text) {
        String line = text.replace('\0', ' ').strip();
        return SecretMask.mask(line.length() <= ARGUMENTS_LIMIT ? line : line.substring(0, ARGUMENTS_LIMIT) + " …");
    }
}
