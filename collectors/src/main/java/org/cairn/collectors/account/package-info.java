/// Who may log in, as whom, with what, and what they may then do.
@NullMarked
package org.cairn.collectors.account;

import org.jspecify.annotations.NullMarked;
