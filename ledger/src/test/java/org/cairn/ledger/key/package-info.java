@NullMarked
package org.cairn.ledger.key;

import org.jspecify.annotations.NullMarked;
