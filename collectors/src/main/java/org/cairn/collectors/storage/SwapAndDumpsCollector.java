package org.cairn.collectors.storage;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.ConfigLines;
import org.cairn.collectors.text.KeyValues;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;

/// Where memory may reach a disk: swap, and dumps of crashed programs (core(5), coredump.conf(5), limits.conf(5)).
public final class SwapAndDumpsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "storage.swap-and-dumps",
            1,
            "Swap and core dumps",
            List.of(
                    "/proc/swaps",
                    "/proc/sys/kernel/core_pattern",
                    "/proc/sys/fs/suid_dumpable",
                    "/{usr/lib,etc}/systemd/coredump.conf",
                    "/{usr/lib,run,etc}/systemd/coredump.conf.d",
                    "/etc/security/limits.conf",
                    "/etc/security/limits.d"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<String> swaps = seen.text("/proc/swaps");
        Optional<BlockLayers> layers = BlockLayers.read(seen);
        if (swaps.isPresent()) {
            Members population = seen.population("swap-areas");
            swaps.get().lines().skip(1).filter(l -> !l.isBlank()).forEach(line -> population.add(swap(line, layers)));
        }
        seen.text("/proc/sys/kernel/core_pattern").ifPresent(value -> seen.fact("core-pattern", value.strip()));
        seen.text("/proc/sys/fs/suid_dumpable").ifPresent(value -> seen.fact("suid-dumpable", value.strip()));
        KeyValues dumps = SettingsFiles.systemd(seen, "coredump.conf");
        dumps.value("storage").ifPresent(value -> seen.fact("coredump-storage", value));
        dumps.value("processsizemax").ifPresent(value -> seen.fact("coredump-process-size-max", value));
        limit(seen, "/etc/security/limits.conf");
        for (String file : seen.dropIns("/etc/security/limits.d", ".conf")) {
            limit(seen, file);
        }
        return seen.result();
    }

    /// `/proc/swaps` (proc_swaps(5)): file name, type, size, used, priority.
    static Map<String, String> swap(String line, Optional<BlockLayers> layers) {
        String[] fields = line.strip().split("\\s+", -1);
        Map<String, String> values = new TreeMap<>(Map.of("area", fields[0]));
        values.put("kind", fields[0].startsWith("/dev/zram") ? "memory" : fields.length > 1 ? fields[1] : "?");
        if (layers.isPresent() && fields[0].startsWith("/dev/")) {
            layers.get().encrypted(fields[0]).ifPresent(yes -> values.put("encrypted", yes ? "yes" : "no"));
        }
        return values;
    }

    /// limits.conf(5): domain, type, item, value; the hard limit for everybody (`*`) counts here.
    private static void limit(Observation seen, String path) throws InterruptedException {
        seen.text(path).map(ConfigLines::of).map(ConfigLines::lines).orElse(List.of()).stream()
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length >= 4 && words[0].equals("*") && words[2].equals("core"))
                .filter(words -> words[1].equals("hard") || words[1].equals("-"))
                .forEach(words -> seen.fact("core-hard-limit", words[3]));
    }
}
