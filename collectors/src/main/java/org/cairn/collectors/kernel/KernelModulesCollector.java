package org.cairn.collectors.kernel;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Loaded kernel modules, and which ones may not be loaded (proc_modules(5), modprobe.d(5)).
public final class KernelModulesCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "kernel.modules",
            1,
            "Kernel modules and removable media",
            List.of("/proc/modules", "/etc/modprobe.d/*.conf", "/usr/lib/modprobe.d/*.conf"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> loaded = seen.text("/proc/modules");
        if (loaded.isPresent()) {
            Members modules = seen.population("loaded-modules");
            loaded.get()
                    .lines()
                    .filter(l -> !l.isBlank())
                    .forEach(line -> modules.add(Map.of("name", line.split(" ", 2)[0].replace('-', '_'))));
        }
        List<String> files = new ArrayList<>();
        boolean listed = false;
        for (String folder : List.of("/etc/modprobe.d", "/usr/lib/modprobe.d")) {
            Optional<List<FileFacts>> members = seen.directory(folder);
            listed |= members.isPresent();
            members.orElse(List.of()).stream()
                    .map(FileFacts::path)
                    .filter(path -> path.endsWith(".conf"))
                    .forEach(files::add);
        }
        if (!listed) {
            return seen.result();
        }
        Members rules = seen.population("module-rules");
        seen.hindrances().forEach(rules::refuse);
        for (String file : files) {
            Optional<String> text = seen.text(file);
            text.ifPresent(t -> rules(t).forEach(rules::add));
            if (text.isEmpty()) {
                rules.refuse(new Refusal(file, Refusal.Why.DENIED, "not readable"));
            }
        }
        return seen.result();
    }

    /// `blacklist NAME` keeps a module from being loaded by its alias; `install NAME /bin/false` from being loaded at
    /// all.
    static List<Map<String, String>> rules(String text) {
        List<Map<String, String>> rules = new ArrayList<>();
        for (String line : ConfigLines.of(text).lines()) {
            String[] words = line.split("\\s+", 3);
            if (words.length >= 2 && words[0].equals("blacklist")) {
                rules.add(Map.of("module", words[1].replace('-', '_'), "effect", "no-alias"));
            } else if (words.length == 3
                    && words[0].equals("install")
                    && words[2].matches("(/usr)?/bin/(false|true)\\b.*")) {
                rules.add(Map.of("module", words[1].replace('-', '_'), "effect", "never"));
            }
        }
        return rules;
    }
}
