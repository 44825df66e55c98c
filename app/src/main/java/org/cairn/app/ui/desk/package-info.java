/// The open workspace as the screens see it: one snapshot, replaced after every change, and the calls that change it.
@NullMarked
package org.cairn.app.ui.desk;

import org.jspecify.annotations.NullMarked;
