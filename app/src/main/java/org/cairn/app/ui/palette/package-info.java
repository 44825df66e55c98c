/// One field that finds every page, control, requirement, piece of evidence and note.
@NullMarked
package org.cairn.app.ui.palette;

import org.jspecify.annotations.NullMarked;
