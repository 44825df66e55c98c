package org.cairn.checklist.check;

import org.cairn.checklist.Outcome;

/// What one check concluded.
public record CheckResult(CheckId check, Outcome outcome) {}
