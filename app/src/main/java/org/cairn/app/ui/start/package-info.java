/// The first screen: open a workspace, or found one.
@NullMarked
package org.cairn.app.ui.start;

import org.jspecify.annotations.NullMarked;
