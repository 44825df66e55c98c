package org.cairn.app.ui.pack;

import java.nio.file.Path;
import org.cairn.app.workspace.Verification;

/// A file and what checking it came to.
public record CheckedPack(Path file, Verification verification) {}
