package org.cairn.app.ui.frame;

import org.kordamp.ikonli.feather.Feather;

/// The screens of the rail, in its order.
public enum Page {
    POSTURE(Feather.BAR_CHART_2),
    CHECKLIST(Feather.CHECK_SQUARE),
    EVIDENCE(Feather.FILE_TEXT),
    COLLECT(Feather.DOWNLOAD),
    PACKS(Feather.PACKAGE),
    LEDGER(Feather.BOOK);

    private final Feather glyph;

    Page(Feather glyph) {
        this.glyph = glyph;
    }

    Feather glyph() {
        return glyph;
    }
}
