/// Looks at the running processes of this host again and again, and writes what it saw.
@NullMarked
package org.cairn.collectors.recorder;

import org.jspecify.annotations.NullMarked;
