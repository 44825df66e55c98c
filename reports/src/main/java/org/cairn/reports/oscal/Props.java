package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.frameworks.oscal.OscalNames;
import org.cairn.proof.Json;

/// Properties of an object, in order. What has no value is left out: OSCAL has no empty ones.
final class Props {
    private final List<Json> props = new ArrayList<>();

    /// One of NIST's own namespace.
    Props nist(String name, String value) {
        props.add(Json.object().with("name", name).with("value", value).build());
        return this;
    }

    Props with(String name, String value) {
        Prose.value(value).ifPresent(line -> props.add(OscalNames.property(name, line)));
        return this;
    }

    Props with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Props with(String name, Enum<?> value) {
        return with(name, code(value));
    }

    Props with(String name, Optional<?> value) {
        value.ifPresent(given -> with(name, given instanceof Enum<?> word ? code(word) : given.toString()));
        return this;
    }

    /// `NOT_MET` as `not-met`.
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Adds them, where there are any.
    Json.Builder to(Json.Builder json) {
        return list(json, "props", props);
    }

    /// Adds a list, where it holds anything: OSCAL has no empty ones.
    static Json.Builder list(Json.Builder json, String name, List<? extends Json> values) {
        return values.isEmpty() ? json : json.with(name, values);
    }
}
