package org.cairn.collectors.imports;

/// What another tool says of one rule, in the terms of XCCDF 1.2 (NIST IR 7275 rev. 4, table 26), which the other
/// formats' words are read as.
public enum ResultOutcome {
    PASS("pass"),
    FAIL("fail"),
    /// The tool could not carry the rule out.
    ERROR("error"),
    /// It was carried out and told nothing.
    UNKNOWN("unknown"),
    NOT_CHECKED("notchecked"),
    /// Failed, and somebody told the tool to accept that: a suppression, a waiver, an override.
    ACCEPTED("accepted"),
    /// Failed, and was changed afterwards by the tool; nobody looked again.
    FIXED("fixed"),
    NOT_APPLICABLE("notapplicable"),
    NOT_SELECTED("notselected"),
    INFORMATIONAL("informational");

    private final String word;

    ResultOutcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// Whether the rule was meant for the target and is one that can be passed.
    public boolean applies() {
        return switch (this) {
            case PASS, FAIL, ERROR, UNKNOWN, NOT_CHECKED, ACCEPTED, FIXED -> true;
            case NOT_APPLICABLE, NOT_SELECTED, INFORMATIONAL -> false;
        };
    }

    /// A finding: what somebody accepted elsewhere stays found.
    public boolean found() {
        return this == FAIL || this == ACCEPTED;
    }
}
