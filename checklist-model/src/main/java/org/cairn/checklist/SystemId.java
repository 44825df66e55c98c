package org.cairn.checklist;

import java.util.regex.Pattern;

/// Names one of the organisation's systems: `assistant`, `triage.2`, …
public record SystemId(String value) implements Comparable<SystemId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public SystemId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a system (a-z, 0-9, dot, dash): " + value);
        }
    }

    @Override
    public int compareTo(SystemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
