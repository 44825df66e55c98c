package org.cairn.checklist.deadline;

import java.util.regex.Pattern;

/// What sets a clock running: `aware`, `classified-as-major`, `request-received`, …
public record StartEvent(String name) implements Comparable<StartEvent> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    public StartEvent {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a start event (like aware): " + name);
        }
    }

    @Override
    public int compareTo(StartEvent other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
