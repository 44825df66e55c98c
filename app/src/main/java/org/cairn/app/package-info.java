/// The entry point: wiring by constructor, on one page.
@NullMarked
package org.cairn.app;

import org.jspecify.annotations.NullMarked;
