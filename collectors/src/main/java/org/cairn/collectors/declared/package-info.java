/// What the people who run a host state about it, for facts that no file of the system holds.
@NullMarked
package org.cairn.collectors.declared;

import org.jspecify.annotations.NullMarked;
