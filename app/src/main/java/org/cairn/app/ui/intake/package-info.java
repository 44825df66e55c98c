/// Evidence by hand: what is dropped, pasted or chosen from a folder, until it is recorded.
@NullMarked
package org.cairn.app.ui.intake;

import org.jspecify.annotations.NullMarked;
