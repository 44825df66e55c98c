package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.PackException;

/// One numbered part of the report.
interface Section {
    /// Anchor, and the key of its title in the bundle (`section.<anchor>`).
    String anchor();

    /// What it begins on.
    Sheet sheet();

    void write(Html into) throws PackException;

    /// Places inside it that contents and bookmarks name too.
    default List<Place> places() {
        return List.of();
    }

    enum Sheet {
        PORTRAIT,
        LANDSCAPE,
        /// No sheet of its own: it follows the section before.
        SAME
    }

    record Place(String anchor, String title) {}
}
