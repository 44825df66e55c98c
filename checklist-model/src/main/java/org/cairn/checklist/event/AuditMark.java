package org.cairn.checklist.event;

import java.util.Arrays;
import java.util.Locale;

/// What an auditor says of one item of a pack.
public enum AuditMark {
    ACCEPTED,
    /// Something is wrong with it.
    OBJECTION,
    /// It may be right, and what is there does not show it.
    MORE_NEEDED;

    /// Whether somebody has to do something about it.
    public boolean asksForWork() {
        return this != ACCEPTED;
    }

    /// `MORE_NEEDED` as `more-needed`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if `code` is none
    public static AuditMark parse(String code) {
        return Arrays.stream(values())
                .filter(mark -> mark.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("is none of accepted, objection, more-needed: '" + code + "'"));
    }
}
