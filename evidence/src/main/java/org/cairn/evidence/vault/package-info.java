/// Encrypted payloads at rest: each under its own data key, checked at every read, erasable one by one.
@NullMarked
package org.cairn.evidence.vault;

import org.jspecify.annotations.NullMarked;
