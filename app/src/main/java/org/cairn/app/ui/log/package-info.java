/// The ledger: every entry, its signed state, and proof of any of them.
@NullMarked
package org.cairn.app.ui.log;

import org.jspecify.annotations.NullMarked;
