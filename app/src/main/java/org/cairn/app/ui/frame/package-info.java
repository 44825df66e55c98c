/// What stands around every screen: the rail, the days looked at, and the facts about the workspace.
@NullMarked
package org.cairn.app.ui.frame;

import org.jspecify.annotations.NullMarked;
