package org.cairn.app.ui.scope;

/// What would follow from what is said.
/// @param changes how many facts would be recorded
record Summary(long apply, long unscoped, long outOfScope, int changes) {}
