/// Facts: what was observed, where, when, as whom, and what was refused. Knows no control, no threshold, no framework.
@NullMarked
package org.cairn.evidence;

import org.jspecify.annotations.NullMarked;
