/// Where everything stands: a line per framework, evidence that lapses, contradictions and gaps, each a door to its
/// list.
@NullMarked
package org.cairn.app.ui.posture;

import org.jspecify.annotations.NullMarked;
