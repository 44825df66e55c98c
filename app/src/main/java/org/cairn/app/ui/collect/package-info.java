/// Reads this machine: which collectors there are, how far a run is, and what was refused.
@NullMarked
package org.cairn.app.ui.collect;

import org.jspecify.annotations.NullMarked;
