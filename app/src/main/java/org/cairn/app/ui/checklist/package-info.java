/// The checklist: every control with what a person answered and what evidence shows, side by side.
@NullMarked
package org.cairn.app.ui.checklist;

import org.jspecify.annotations.NullMarked;
