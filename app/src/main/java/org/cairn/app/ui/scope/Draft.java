package org.cairn.app.ui.scope;

/// What a person is about to say of one fact.
record Draft(String answer, String reason) {}
