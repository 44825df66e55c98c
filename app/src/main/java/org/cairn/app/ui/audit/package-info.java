/// The page of what auditors send back, and what becomes of it.
@NullMarked
package org.cairn.app.ui.audit;

import org.jspecify.annotations.NullMarked;
