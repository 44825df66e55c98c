/// Events as the ledger stores them: canonical JSON, described in `docs/events.md`. Pure; holds no key and no file.
@NullMarked
package org.cairn.checklist.codec;

import org.jspecify.annotations.NullMarked;
