package org.cairn.checklist;

import java.util.regex.Pattern;

/// Names one fact of scope, as a question asks for it: `ai.provider`, `dora.kind.credit-institution`, …
public record ScopeFact(String value) implements Comparable<ScopeFact> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final int LONGEST = 64;

    public ScopeFact {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a fact of scope (a-z, 0-9, dot, dash): " + value);
        }
    }

    @Override
    public int compareTo(ScopeFact other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
