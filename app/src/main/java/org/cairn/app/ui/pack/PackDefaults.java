package org.cairn.app.ui.pack;

import java.util.Optional;
import org.cairn.frameworks.Language;
import org.cairn.reports.pdf.Depth;

/// What the form of a new pack begins with.
/// @param language of report, workbook and README; empty takes the window's
public record PackDefaults(Depth depth, Optional<Language> language) {
    public static final PackDefaults USUAL = new PackDefaults(Depth.FULL, Optional.empty());
}
