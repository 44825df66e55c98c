package org.cairn.checklist.calendar;

import org.cairn.checklist.deadline.DeadlineRule;

/// A rule about time, and whether it bears on the organisation.
public record Duty(DeadlineRule rule, Bearing bearing) {}
