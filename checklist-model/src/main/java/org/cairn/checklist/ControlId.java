package org.cairn.checklist;

import java.util.regex.Pattern;

/// Names a control of the checklist, e.g. `NET-4`.
public record ControlId(String value) implements Subject, Comparable<ControlId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,8}-[0-9]{1,3}");

    public ControlId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a control id: " + value);
        }
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public int compareTo(ControlId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
