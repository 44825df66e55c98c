package org.cairn.reports.xlsx;

import java.io.Serial;

/// A workbook that is not read at all. The message names the part, why, and what to do.
public final class MalformedWorkbook extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedWorkbook(String message) {
        super(message);
    }

    MalformedWorkbook(String message, Throwable cause) {
        super(message, cause);
    }
}
