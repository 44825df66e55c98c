/// Collectors for macOS. They read what its own commands print; those do not translate their words. Written from the
/// manual pages and tried on captured text only.
@NullMarked
package org.cairn.collectors.macos;

import org.jspecify.annotations.NullMarked;
