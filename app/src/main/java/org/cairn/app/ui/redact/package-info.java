/// Copies of evidence with parts taken out.
@NullMarked
package org.cairn.app.ui.redact;

import org.jspecify.annotations.NullMarked;
