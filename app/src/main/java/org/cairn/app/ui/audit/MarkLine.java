package org.cairn.app.ui.audit;

/// A mark of a review that came back, ready to be shown.
/// @param about what the pack calls the item, and what it says of it
record MarkLine(String item, String about, String mark, String due, String remark) {}
