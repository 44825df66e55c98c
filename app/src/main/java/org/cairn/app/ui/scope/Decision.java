package org.cairn.app.ui.scope;

import org.cairn.checklist.ScopeQuestion;

/// An answer that is about to be recorded.
record Decision(ScopeQuestion question, String answer, String reason) {}
