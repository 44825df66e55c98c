package org.cairn.evidence;

import java.util.regex.Pattern;

/// Names a collector: lower-case words joined by dots and hyphens, e.g. `network.listening-sockets`.
public record CollectorId(String value) implements Comparable<CollectorId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public CollectorId {
        if (!FORM.matcher(value).matches() || value.length() > 64) {
            throw new IllegalArgumentException("not a collector id: " + value);
        }
    }

    @Override
    public int compareTo(CollectorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
