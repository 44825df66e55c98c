/// What a failing disk, a crash, a full disk, a second writer or a changed byte does to a ledger. `-Dfaults=long`
/// tries more of each.
@NullMarked
package org.cairn.ledger.fault;

import org.jspecify.annotations.NullMarked;
