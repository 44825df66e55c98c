/// The terms of judgement: frameworks and their requirements, controls, the crosswalk between them, answers and
/// outcomes.
@NullMarked
package org.cairn.checklist;

import org.jspecify.annotations.NullMarked;
