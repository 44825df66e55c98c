/// The command line. Standard output carries the answer, standard error everything else; what each command prints is
/// documented in `docs/commands.md`.
@NullMarked
package org.cairn.app.cli;

import org.jspecify.annotations.NullMarked;
