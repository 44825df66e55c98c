package org.cairn.app.ui.frame;

import org.kordamp.ikonli.feather.Feather;

/// The screens of the rail, in its order.
public enum Page {
    POSTURE("1", Feather.BAR_CHART_2),
    CHECKLIST("2", Feather.CHECK_SQUARE),
    EVIDENCE("3", Feather.FILE_TEXT),
    COLLECT("4", Feather.DOWNLOAD),
    OBJECTIONS("O", Feather.MESSAGE_SQUARE),
    QUEUE("E", Feather.INBOX),
    RISKS("I", Feather.ALERT_TRIANGLE),
    PACKS("5", Feather.PACKAGE),
    AUDIT("U", Feather.EDIT_3),
    LEDGER("6", Feather.BOOK),
    SCOPE("7", Feather.TARGET),
    FRAMEWORKS("8", Feather.GRID),
    CALENDAR("9", Feather.CALENDAR),
    FLEET("0", Feather.SERVER),
    RUNTIME("R", Feather.ACTIVITY),
    PILOT("P", Feather.COMPASS),
    SETTINGS("T", Feather.SETTINGS);

    private final String key;
    private final Feather glyph;

    Page(String key, Feather glyph) {
        this.key = key;
        this.glyph = glyph;
    }

    /// The digit or letter that opens it, as it stands on the key.
    String key() {
        return key;
    }

    Feather glyph() {
        return glyph;
    }
}
