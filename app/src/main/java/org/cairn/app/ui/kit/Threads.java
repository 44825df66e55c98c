package org.cairn.app.ui.kit;

import java.util.concurrent.Executor;

/// The two places where code of the window runs.
/// @param background everything that may take longer than a frame; runs tasks in the order given
/// @param ui         the thread that owns all properties and nodes
public record Threads(Executor background, Executor ui) {}
