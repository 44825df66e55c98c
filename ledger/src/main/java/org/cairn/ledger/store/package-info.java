/// The ledger on disk: append, prove, recover, audit. The folder is a tiled transparency log (C2SP tlog-tiles),
/// so that tools we did not write can read it; `docs/ledger-format.md` describes every file.
@NullMarked
package org.cairn.ledger.store;

import org.jspecify.annotations.NullMarked;
