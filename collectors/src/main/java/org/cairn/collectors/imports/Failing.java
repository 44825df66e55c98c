package org.cairn.collectors.imports;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// What went wrong below a parser, said with the place that the parser had reached.
final class Failing {
    private Failing() {}

    /// @param thrown by a parser, which may have wrapped what its source threw
    static UnreadableReport at(String place, Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            switch (cause) {
                case UnreadableReport report -> {
                    return report;
                }
                case CharacterCodingException _ -> {
                    return new UnreadableReport(
                            "after " + place,
                            "a byte is no character of the file's encoding",
                            "Save the file as UTF-8");
                }
                case EOFException _, UnexpectedEndOfInputException _ -> {
                    return new UnreadableReport("after " + place, "the file is cut off", "Export or copy it again");
                }
                case ZipException _ -> {
                    return new UnreadableReport("after " + place, "the gzip is damaged", "Export or copy it again");
                }
                case IOException io
                when io.getCause() == null -> {
                    return new UnreadableReport("after " + place, "cannot be read: " + io.getMessage(), "Try again");
                }
                default -> cause = cause.getCause();
            }
        }
        String reason = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("is malformed");
        return new UnreadableReport(place, CleanText.of(reason), "Export the report again, or copy it again whole");
    }
}
