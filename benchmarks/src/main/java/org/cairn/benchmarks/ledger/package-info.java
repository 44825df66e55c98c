/// A ledger of any size: how long its verification, opening, index and questions take, and how much memory, each in a
/// process of its own and beside a baseline over the same bytes.
@NullMarked
package org.cairn.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
