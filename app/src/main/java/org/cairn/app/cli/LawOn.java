package org.cairn.app.cli;

import java.time.LocalDate;

/// The law of a day, as it was known on a day.
/// @param validOn the day it is about
/// @param knownOn what was published by then counts
record LawOn(LocalDate validOn, LocalDate knownOn) {}
