package org.cairn.app.workspace;

import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.Reckoning;

/// A clock that now runs.
/// @param entry     that started it
/// @param reckoning by when, and how that was computed
public record StartedDeadline(long entry, DeadlineId id, Reckoning reckoning) {}
