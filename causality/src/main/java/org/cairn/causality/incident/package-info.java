/// What a record tells about one event that should not have happened: where it began, what was read before, where that
/// can have gone.
@NullMarked
package org.cairn.causality.incident;

import org.jspecify.annotations.NullMarked;
