@NullMarked
package org.cairn.proof.witness;

import org.jspecify.annotations.NullMarked;
