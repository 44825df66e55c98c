/// How the kernel is set: hardening switches, mandatory access control, loaded modules.
@NullMarked
package org.cairn.collectors.kernel;

import org.jspecify.annotations.NullMarked;
