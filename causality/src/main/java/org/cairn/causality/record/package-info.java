/// Several logs as one record: what they say together, and what none of them can say.
@NullMarked
package org.cairn.causality.record;

import org.jspecify.annotations.NullMarked;
