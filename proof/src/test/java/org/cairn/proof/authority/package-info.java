@NullMarked
package org.cairn.proof.authority;

import org.jspecify.annotations.NullMarked;
