/// The page of what waits for a reviewer, a second signature or its author.
@NullMarked
package org.cairn.app.ui.queue;

import org.jspecify.annotations.NullMarked;
