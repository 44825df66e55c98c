package org.cairn.collectors.imports.format;

import java.util.Locale;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.UnreadableReport;

/// The words of STIG checklists.
final class Stig {
    private Stig() {}

    static ResultOutcome outcome(String word, String place) throws UnreadableReport {
        return switch (word.strip().toLowerCase(Locale.ROOT).replace("_", "")) {
            case "notafinding" -> ResultOutcome.PASS;
            case "open" -> ResultOutcome.FAIL;
            case "notapplicable" -> ResultOutcome.NOT_APPLICABLE;
            case "notreviewed", "" -> ResultOutcome.NOT_CHECKED;
            default ->
                throw new UnreadableReport(
                        place, "'" + CleanText.of(word) + "' is no status of a STIG", "Save the checklist again");
        };
    }
}
