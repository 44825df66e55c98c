package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.calendar.DeadlineStanding;

/// One clock for a person.
/// @param matter what it is about, in plain words; empty once erased
/// @param by     who started it
public record DeadlineLine(DeadlineStanding standing, Optional<String> matter, String by) {}
