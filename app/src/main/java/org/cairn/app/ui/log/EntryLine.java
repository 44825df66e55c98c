package org.cairn.app.ui.log;

/// One entry of the table, ready to be shown.
/// @param read whether the other words are those of the entry; until then they say why not
public record EntryLine(long entry, String recorded, String kind, String summary, String actor, boolean read) {}
