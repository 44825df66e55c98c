package org.cairn.app.workbook;

/// A cell that cannot be taken.
/// @param cell   as a spreadsheet names it, e.g. `C14`
/// @param value  what stands there, shortened
/// @param reason why it is refused
/// @param mend   what to do
public record CellFault(String sheet, String cell, String value, String reason, String mend) {
    private static final int SHOWN = 60;

    public CellFault {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    /// One sentence.
    public String words() {
        return "sheet " + sheet + ", cell " + cell + (value.isEmpty() ? "" : " “" + value + "”") + ": " + reason + "; "
                + mend;
    }
}
