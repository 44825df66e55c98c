/// Previews of honest and of hostile files.
@NullMarked
package org.cairn.app.preview;

import org.jspecify.annotations.NullMarked;
