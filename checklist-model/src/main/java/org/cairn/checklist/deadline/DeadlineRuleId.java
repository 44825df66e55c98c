package org.cairn.checklist.deadline;

import java.util.regex.Pattern;

/// Names a rule, e.g. `DORA-INC-INIT`.
public record DeadlineRuleId(String value) implements Comparable<DeadlineRuleId> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final int LONGEST = 40;

    public DeadlineRuleId {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a deadline rule (like DORA-INC-INIT): " + value);
        }
    }

    @Override
    public int compareTo(DeadlineRuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
