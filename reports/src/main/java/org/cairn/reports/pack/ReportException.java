package org.cairn.reports.pack;

/// A report, a workbook or a signature could not be made. The message names the document, what failed and what helps.
public final class ReportException extends Exception {
    private static final long serialVersionUID = 1;

    public ReportException(String message) {
        super(message);
    }

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
