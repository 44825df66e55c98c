package org.cairn.app.workbook;

/// One cell that was changed in the workbook.
/// @param cell as a spreadsheet names it
/// @param base what stood there when it was exported
/// @param here what the workspace says now
/// @param file what the workbook says
public record CellDiff(AnswerColumn column, String cell, String base, String here, String file) {
    /// Both changed it, each otherwise: somebody decides.
    public boolean conflict() {
        return !base.equals(here) && !here.equals(file);
    }

    /// The workspace says the same already.
    public boolean sameHere() {
        return here.equals(file);
    }
}
