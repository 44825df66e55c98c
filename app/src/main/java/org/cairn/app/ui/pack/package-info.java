/// Audit packs: make one, list those that left, verify one that came back.
@NullMarked
package org.cairn.app.ui.pack;

import org.jspecify.annotations.NullMarked;
