package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.frameworks.oscal.OscalItem.Param;
import org.cairn.frameworks.oscal.OscalItem.Part;
import org.cairn.frameworks.oscal.OscalItem.Prop;
import org.cairn.frameworks.own.MalformedFramework;

/// Reads the catalogue model (OSCAL 1.0 to 1.2) at which the walk stands.
final class CatalogReading {
    private final OscalJson json;

    CatalogReading(OscalJson json) {
        this.json = json;
    }

    OscalCatalog catalog() throws MalformedFramework {
        Map<String, String> texts = new HashMap<>();
        List<Prop> props = new ArrayList<>();
        List<Param> params = new ArrayList<>();
        List<OscalItem> groups = new ArrayList<>();
        List<OscalItem> controls = new ArrayList<>();
        json.object(Map.of(
                "uuid", () -> texts.put("uuid", json.text()),
                "metadata",
                        () -> json.object(Map.of(
                                "title", () -> texts.put("title", json.text()),
                                "version", () -> texts.put("version", json.text()),
                                "remarks", () -> texts.put("remarks", json.text()),
                                "props", () -> json.array(() -> props.add(prop())))),
                "params", () -> json.array(() -> params.add(param())),
                "groups", () -> json.array(() -> groups.add(item(true))),
                "controls", () -> json.array(() -> controls.add(item(false)))));
        return new OscalCatalog(
                texts.getOrDefault("uuid", ""),
                texts.getOrDefault("title", ""),
                texts.getOrDefault("version", ""),
                texts.getOrDefault("remarks", ""),
                OscalItem.value(props, OscalNames.FRAMEWORK, OscalNames.SPACE).orElse(""),
                params,
                groups,
                controls);
    }

    private OscalItem item(boolean group) throws MalformedFramework {
        json.countItem();
        String pointer = json.pointer();
        Map<String, String> texts = new HashMap<>();
        List<Prop> props = new ArrayList<>();
        List<Param> params = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<OscalItem> groups = new ArrayList<>();
        List<OscalItem> controls = new ArrayList<>();
        json.object(Map.of(
                "id", () -> texts.put("id", json.text()),
                "title", () -> texts.put("title", json.text()),
                "props", () -> json.array(() -> props.add(prop())),
                "params", () -> json.array(() -> params.add(param())),
                "parts", () -> json.array(() -> parts.add(part())),
                "groups", () -> json.array(() -> groups.add(item(true))),
                "controls", () -> json.array(() -> controls.add(item(false)))));
        return new OscalItem(
                pointer,
                group,
                texts.getOrDefault("id", ""),
                texts.getOrDefault("title", ""),
                props,
                params,
                parts,
                groups,
                controls);
    }

    private Prop prop() throws MalformedFramework {
        Map<String, String> texts = new HashMap<>();
        json.object(Map.of(
                "name", () -> texts.put("name", json.text()),
                "ns", () -> texts.put("ns", json.text()),
                "class", () -> texts.put("class", json.text()),
                "value", () -> texts.put("value", json.text())));
        return new Prop(
                texts.getOrDefault("name", ""),
                texts.getOrDefault("ns", ""),
                texts.getOrDefault("class", ""),
                texts.getOrDefault("value", ""));
    }

    private Part part() throws MalformedFramework {
        Map<String, String> texts = new HashMap<>();
        List<Prop> props = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        json.object(Map.of(
                "name", () -> texts.put("name", json.text()),
                "title", () -> texts.put("title", json.text()),
                "prose", () -> texts.put("prose", json.text()),
                "props", () -> json.array(() -> props.add(prop())),
                "parts", () -> json.array(() -> parts.add(part()))));
        return new Part(
                texts.getOrDefault("name", ""),
                texts.getOrDefault("title", ""),
                List.copyOf(props),
                texts.getOrDefault("prose", ""),
                List.copyOf(parts));
    }

    /// Of a catalogue, a control, or a profile's `set-parameters`, which calls the id `param-id`.
    Param param() throws MalformedFramework {
        Map<String, String> texts = new HashMap<>();
        List<String> values = new ArrayList<>();
        List<String> choices = new ArrayList<>();
        json.object(Map.of(
                "id", () -> texts.put("id", json.text()),
                "param-id", () -> texts.put("id", json.text()),
                "label", () -> texts.put("label", json.text()),
                "values", () -> values.addAll(json.texts()),
                "select", () -> json.object(Map.of("choice", () -> choices.addAll(json.texts())))));
        return new Param(
                texts.getOrDefault("id", ""),
                texts.getOrDefault("label", ""),
                List.copyOf(values),
                List.copyOf(choices));
    }
}
