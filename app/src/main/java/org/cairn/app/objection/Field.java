package org.cairn.app.objection;

import java.util.Locale;

/// Where on a row an objection is mended.
public enum Field {
    ANSWER,
    NOTE,
    OWNER,
    DUE,
    EVIDENCE,
    REVIEW,
    SCOPE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
