package org.cairn.frameworks.oscal;

import java.util.List;
import java.util.Optional;

/// A group or a control of a catalogue, as far as an own framework carries it.
/// @param pointer JSON pointer (RFC 6901) to it
/// @param id      empty for a group without one
record OscalItem(
        String pointer,
        boolean group,
        String id,
        String title,
        List<Prop> props,
        List<Param> params,
        List<Part> parts,
        List<OscalItem> groups,
        List<OscalItem> controls) {
    /// @param space its namespace; empty for OSCAL's own
    /// @param type  its class; empty without one
    record Prop(String name, String space, String type, String value) {}

    /// @param label   what stands where no value was set
    /// @param values  set by the catalogue or a profile
    /// @param choices to select from
    record Param(String id, String label, List<String> values, List<String> choices) {}

    record Part(String name, String title, List<Prop> props, String prose, List<Part> parts) {}

    OscalItem {
        props = List.copyOf(props);
        params = List.copyOf(params);
        parts = List.copyOf(parts);
        groups = List.copyOf(groups);
        controls = List.copyOf(controls);
    }

    Optional<String> own(String name) {
        return value(props, name, OscalNames.SPACE);
    }

    /// What NIST calls a withdrawn control: it asks nothing any more.
    boolean withdrawn() {
        return value(props, "status", "")
                .filter(value -> value.equalsIgnoreCase("withdrawn"))
                .isPresent();
    }

    /// How its publisher labels it: the label without a class, else the first.
    String label() {
        return label(props);
    }

    static String label(List<Prop> props) {
        List<Prop> labels =
                props.stream().filter(prop -> prop.name().equals("label")).toList();
        return labels.stream()
                .filter(prop -> prop.type().isEmpty())
                .findFirst()
                .or(() -> labels.stream().findFirst())
                .map(Prop::value)
                .orElse("");
    }

    static Optional<String> value(List<Prop> props, String name, String space) {
        return props.stream()
                .filter(prop -> prop.name().equals(name) && prop.space().equals(space))
                .map(Prop::value)
                .findFirst();
    }
}
