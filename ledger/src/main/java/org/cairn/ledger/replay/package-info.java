/// The index: a projection of the ledger into H2, deleted and rebuilt at will.
@NullMarked
package org.cairn.ledger.replay;

import org.jspecify.annotations.NullMarked;
