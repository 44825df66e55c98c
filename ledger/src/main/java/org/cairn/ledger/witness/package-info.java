/// A witness's own memory: what it saw of each log, kept apart from that log's owner, so that a rewritten or shortened
/// history is refused.
@NullMarked
package org.cairn.ledger.witness;

import org.jspecify.annotations.NullMarked;
