/// What the host records about itself, how long it keeps it, where it sends it, and whose time it uses.
@NullMarked
package org.cairn.collectors.logging;

import org.jspecify.annotations.NullMarked;
