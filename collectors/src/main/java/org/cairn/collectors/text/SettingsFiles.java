package org.cairn.collectors.text;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.collectors.host.Observation;

/// Reads a settings file and the drop-in files that override it.
public final class SettingsFiles {
    private SettingsFiles() {}

    public static KeyValues read(Observation seen, String path) throws InterruptedException {
        KeyValues settings = seen.text(path).map(KeyValues::parse).orElse(KeyValues.empty());
        seen.unknownLines(path, settings.unknownLines());
        return settings;
    }

    /// `main` first, then the files of `folder` that end with `suffix`, by name; the last setting wins. If one of them
    /// is
    /// there and cannot be read, nothing is known: it might override everything.
    public static KeyValues read(Observation seen, String main, String folder, String suffix)
            throws InterruptedException {
        int before = seen.hindrances().size();
        KeyValues settings = read(seen, main);
        List<String> overriding = seen.dropIns(folder, suffix);
        for (String file : overriding) {
            settings = settings.then(read(seen, file));
        }
        return seen.hindrances().size() == before ? settings : KeyValues.empty();
    }

    /// The settings of one of systemd's daemons (systemd.conf(5), "CONFIGURATION DIRECTORIES AND PRECEDENCE"):
    /// the main file, then drop-ins by name. One in `/etc` replaces its namesake in `/run`,
    /// and that its namesake in the vendor's folder.
    public static KeyValues systemd(Observation seen, String name) throws InterruptedException {
        int before = seen.hindrances().size();
        KeyValues settings = read(seen, "/usr/lib/systemd/" + name).then(read(seen, "/etc/systemd/" + name));
        SortedMap<String, String> dropIns = new TreeMap<>();
        for (String root : List.of("/usr/lib", "/run", "/etc")) {
            for (String file : seen.dropIns(root + "/systemd/" + name + ".d", ".conf")) {
                dropIns.put(file.substring(file.lastIndexOf('/')), file);
            }
        }
        for (String file : dropIns.values()) {
            settings = settings.then(read(seen, file));
        }
        return seen.hindrances().size() == before ? settings : KeyValues.empty();
    }

    /// Records each setting of `names` that is there as a fact: the name with `prefix`, underscores as hyphens.
    public static void facts(Observation seen, KeyValues settings, String prefix, List<String> names) {
        for (String name : names) {
            settings.value(name).ifPresent(value -> seen.fact(prefix + name.replace('_', '-'), value));
        }
    }
}
