package org.cairn.checklist.posture;

import java.util.Optional;
import org.cairn.checklist.check.CheckResult;

/// What one check says of one control.
/// @param remainder    what is left to show after the check; empty if it covers the whole control
/// @param evidenceSeen whether evidence that the check reads was recorded at all
record CheckReading(CheckResult result, Optional<String> remainder, boolean evidenceSeen) {}
