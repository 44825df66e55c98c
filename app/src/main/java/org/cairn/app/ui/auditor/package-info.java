/// What an auditor does with a pack that was handed over, without a workspace: looks, marks, signs.
@NullMarked
package org.cairn.app.ui.auditor;

import org.jspecify.annotations.NullMarked;
