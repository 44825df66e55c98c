/// What a piece of evidence looks like, inside the window.
@NullMarked
package org.cairn.app.ui.preview;

import org.jspecify.annotations.NullMarked;
