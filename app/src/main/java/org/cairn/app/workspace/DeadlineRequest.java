package org.cairn.app.workspace;

import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;

/// A clock that is to be started.
/// @param matter what it is about; stored encrypted
public record DeadlineRequest(DeadlineRuleId rule, DeadlineStart start, String matter) {}
