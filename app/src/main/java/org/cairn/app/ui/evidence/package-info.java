/// All evidence: what was read, when, as whom, what was refused, and whether it still counts.
@NullMarked
package org.cairn.app.ui.evidence;

import org.jspecify.annotations.NullMarked;
