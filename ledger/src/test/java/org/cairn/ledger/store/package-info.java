@NullMarked
package org.cairn.ledger.store;

import org.jspecify.annotations.NullMarked;
