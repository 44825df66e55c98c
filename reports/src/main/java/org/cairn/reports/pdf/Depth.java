package org.cairn.reports.pdf;

/// How much of the record the report prints. The workbook, the evidence and everything else in a pack are whole at each
/// depth.
public enum Depth {
    /// For a board: where things stand, what is wrong, what is due.
    EXECUTIVE("executive"),
    /// For who has to act: that, and every requirement and control with something left to do.
    MANAGER("manager"),
    /// For an auditor: all of it.
    FULL("full");

    private final String code;

    Depth(String code) {
        this.code = code;
    }

    /// As the command line spells it.
    public String code() {
        return code;
    }
}
