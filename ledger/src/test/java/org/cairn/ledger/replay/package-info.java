@NullMarked
package org.cairn.ledger.replay;

import org.jspecify.annotations.NullMarked;
