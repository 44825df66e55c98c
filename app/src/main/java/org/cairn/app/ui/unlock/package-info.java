/// What opens a workspace, as a person types it: the passphrase, and folded away the other ways in. On the first screen
/// and on the lock.
@NullMarked
package org.cairn.app.ui.unlock;

import org.jspecify.annotations.NullMarked;
