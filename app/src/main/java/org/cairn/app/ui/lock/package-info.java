/// The lock in front of an open workspace, and the watch that lets it fall when nobody is there.
@NullMarked
package org.cairn.app.ui.lock;

import org.jspecify.annotations.NullMarked;
