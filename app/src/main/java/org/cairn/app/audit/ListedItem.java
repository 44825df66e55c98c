package org.cairn.app.audit;

import org.cairn.checklist.event.AuditItem;

/// An item that a pack holds.
/// @param title what it is called
/// @param state what the pack says of it: the answer, or what it is evidence for
public record ListedItem(AuditItem item, String title, String state) {}
