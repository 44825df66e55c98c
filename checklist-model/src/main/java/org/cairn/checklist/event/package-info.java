/// What the ledger's entries say: facts in the past tense.
@NullMarked
package org.cairn.checklist.event;

import org.jspecify.annotations.NullMarked;
