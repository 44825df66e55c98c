/// Keys: made, kept encrypted under a passphrase, and used to sign entries, checkpoints and documents.
@NullMarked
package org.cairn.ledger.key;

import org.jspecify.annotations.NullMarked;
