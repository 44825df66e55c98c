/// The page of the register of risks.
@NullMarked
package org.cairn.app.ui.risks;

import org.jspecify.annotations.NullMarked;
