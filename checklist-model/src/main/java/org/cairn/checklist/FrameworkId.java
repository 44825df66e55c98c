package org.cairn.checklist;

import java.util.regex.Pattern;

/// Names a framework: `eu-ai-act`, `dora`, `gdpr`, `hipaa`, `iso27001`, …
public record FrameworkId(String value) implements Comparable<FrameworkId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public FrameworkId {
        if (!FORM.matcher(value).matches() || value.length() > 40) {
            throw new IllegalArgumentException("not a framework id: " + value);
        }
    }

    @Override
    public int compareTo(FrameworkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
