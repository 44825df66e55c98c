package org.cairn.app.workspace;

/// What is known of the clock, recorded with each sitting of work.
/// @param source       e.g. `systemd-timesyncd`, `chrony`, or `none found`
/// @param synchronised whether that source says that it is synchronised
public record ClockState(String source, boolean synchronised) {}
