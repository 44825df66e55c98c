package org.cairn.checklist.check;

import java.util.regex.Pattern;

/// Names a check: lower-case words joined by dots and hyphens, e.g. `net.listen`.
public record CheckId(String value) implements Comparable<CheckId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public CheckId {
        if (!FORM.matcher(value).matches() || value.length() > 64) {
            throw new IllegalArgumentException("not a check id: " + value);
        }
    }

    @Override
    public int compareTo(CheckId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
