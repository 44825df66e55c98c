/// The explicit list of collectors, and the run that carries them out side by side.
@NullMarked
package org.cairn.collectors;

import org.jspecify.annotations.NullMarked;
