/// What two offline laptops hand each other: cards and bundles, as files. Reads strictly, writes no ledger. The formats
/// stand in `docs/exchange.md`.
@NullMarked
package org.cairn.app.exchange;

import org.jspecify.annotations.NullMarked;
