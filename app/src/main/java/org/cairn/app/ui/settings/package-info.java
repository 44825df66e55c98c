/// The page of what can be set: the window, the workspace, people and their keys, and how long records are kept.
@NullMarked
package org.cairn.app.ui.settings;

import org.jspecify.annotations.NullMarked;
