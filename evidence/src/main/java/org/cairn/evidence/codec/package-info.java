/// Evidence as canonical JSON: one value, one run of bytes, so that a digest of it means something on any machine.
@NullMarked
package org.cairn.evidence.codec;

import org.jspecify.annotations.NullMarked;
