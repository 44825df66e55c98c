/// Collecting on a host that has no workspace: the run is signed by a key of that host's own and carried away as one
/// file. Runs from a small jar of its own; the format stands in `docs/collecting.md`.
@NullMarked
package org.cairn.collectors.away;

import org.jspecify.annotations.NullMarked;
