package org.cairn.app.cli;

import org.cairn.app.workspace.WorkspaceEnvironment;

/// What every command is given.
public record CommandContext(Terminal terminal, WorkspaceEnvironment environment) {}
