@NullMarked
package org.cairn.ledger.witness;

import org.jspecify.annotations.NullMarked;
