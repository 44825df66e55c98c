package org.cairn.collectors.text;

import java.util.List;
import org.cairn.collectors.host.Observation;

/// Reads a settings file and the drop-in files that override it.
public final class SettingsFiles {
    private SettingsFiles() {}

    public static KeyValues read(Observation seen, String path) throws InterruptedException {
        KeyValues settings = seen.text(path).map(KeyValues::parse).orElse(KeyValues.empty());
        seen.unknownLines(path, settings.unknownLines());
        return settings;
    }

    /// `main` first, then the files of `folder` that end with `suffix`, by name; the last setting wins.
    public static KeyValues read(Observation seen, String main, String folder, String suffix)
            throws InterruptedException {
        KeyValues settings = read(seen, main);
        List<String> overriding = seen.dropIns(folder, suffix);
        for (String file : overriding) {
            settings = settings.then(read(seen, file));
        }
        return settings;
    }

    /// Records each setting of `names` that is there as a fact: the name with `prefix`, underscores as hyphens.
    public static void facts(Observation seen, KeyValues settings, String prefix, List<String> names) {
        for (String name : names) {
            settings.value(name).ifPresent(value -> seen.fact(prefix + name.replace('_', '-'), value));
        }
    }
}
