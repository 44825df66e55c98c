/// Collectors that read what commands print, each by a parser of its own: text in, facts out. What runs on a system
/// that
/// Cairn was never tried on is read so, and in the same way whether the command ran here or was captured elsewhere.
@NullMarked
package org.cairn.collectors.command;

import org.jspecify.annotations.NullMarked;
