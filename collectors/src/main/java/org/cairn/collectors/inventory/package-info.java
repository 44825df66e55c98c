/// What a machine is made of and runs, as the library OSHI tells it on Windows and macOS: the same questions and the
/// same
/// form on both, where commands of the two systems differ.
@NullMarked
package org.cairn.collectors.inventory;

import org.jspecify.annotations.NullMarked;
