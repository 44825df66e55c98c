package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.frameworks.oscal.OscalItem.Param;
import org.cairn.frameworks.oscal.OscalProfile.Import;
import org.cairn.frameworks.oscal.OscalProfile.Selection;
import org.cairn.frameworks.own.MalformedFramework;

/// Reads the profile model (OSCAL 1.0 to 1.2) at which the walk stands.
final class ProfileReading {
    private final OscalJson json;

    ProfileReading(OscalJson json) {
        this.json = json;
    }

    OscalProfile profile() throws MalformedFramework {
        Map<String, String> texts = new HashMap<>();
        List<Import> imports = new ArrayList<>();
        List<Param> set = new ArrayList<>();
        List<String> altered = new ArrayList<>();
        CatalogReading shared = new CatalogReading(json);
        json.object(Map.of(
                "uuid", () -> texts.put("uuid", json.text()),
                "metadata",
                        () -> json.object(Map.of(
                                "title", () -> texts.put("title", json.text()),
                                "version", () -> texts.put("version", json.text()))),
                "imports", () -> json.array(() -> imports.add(imported())),
                "modify",
                        () -> json.object(Map.of(
                                "set-parameters", () -> json.array(() -> set.add(shared.param())),
                                "alters", () -> json.array(() -> alter(altered))))));
        return new OscalProfile(
                texts.getOrDefault("uuid", ""),
                texts.getOrDefault("title", ""),
                texts.getOrDefault("version", ""),
                imports,
                set,
                altered);
    }

    private Import imported() throws MalformedFramework {
        String pointer = json.pointer();
        Map<String, String> texts = new HashMap<>();
        List<Selection> include = new ArrayList<>();
        List<Selection> exclude = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        json.object(Map.of(
                "href", () -> texts.put("href", json.text()),
                "include-controls",
                        () -> {
                            chosen.add(json.pointer());
                            json.array(() -> include.add(selection()));
                        },
                "exclude-controls", () -> json.array(() -> exclude.add(selection()))));
        return new Import(
                pointer,
                texts.getOrDefault("href", ""),
                chosen.isEmpty() ? Optional.empty() : Optional.of(include),
                exclude);
    }

    private Selection selection() throws MalformedFramework {
        String pointer = json.pointer();
        Map<String, String> texts = new HashMap<>();
        List<String> ids = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        json.object(Map.of(
                "with-child-controls", () -> texts.put("children", json.text()),
                "with-ids", () -> ids.addAll(json.texts()),
                "matching", () -> json.array(() -> json.object(Map.of("pattern", () -> patterns.add(json.text()))))));
        return new Selection(
                pointer, ids, patterns, texts.getOrDefault("children", "no").equals("yes"));
    }

    /// Properties and links that are added change no words; everything else may.
    private void alter(List<String> altered) throws MalformedFramework {
        json.object(Map.of(
                "removes",
                        () -> {
                            altered.add(json.pointer());
                            json.pass();
                        },
                "adds",
                        () -> json.array(() -> json.object(Map.of(
                                "title", () -> altered.add(json.pointer()),
                                "params",
                                        () -> {
                                            altered.add(json.pointer());
                                            json.pass();
                                        },
                                "parts",
                                        () -> {
                                            altered.add(json.pointer());
                                            json.pass();
                                        })))));
    }
}
