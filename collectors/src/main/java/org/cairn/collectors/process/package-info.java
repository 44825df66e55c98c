/// What runs now: processes, the files and sockets they hold.
@NullMarked
package org.cairn.collectors.process;

import org.jspecify.annotations.NullMarked;
