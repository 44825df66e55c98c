package org.cairn.app.audit;

/// A row of a table of items as it was filled in. Nothing of it is checked.
/// @param sheet  that it stands on
/// @param number of the row, from 1
/// @param hidden whether people do not see it
record FilledMark(String sheet, int number, boolean hidden, String item, String mark, String remark, String due) {
    boolean saysNothing() {
        return mark.isEmpty() && remark.isEmpty() && due.isEmpty();
    }
}
