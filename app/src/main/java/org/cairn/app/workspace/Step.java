package org.cairn.app.workspace;

/// Where a long piece of work stands.
/// @param what  what is being done now, e.g. `Rendering the report`
/// @param done  steps finished
/// @param total steps in all
public record Step(String what, int done, int total) {}
