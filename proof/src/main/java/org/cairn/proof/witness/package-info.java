/// What witnesses and those who rely on them exchange: requests, policies, checkpoints on paper, and what can be said
/// from
/// them. Pure, JDK only.
@NullMarked
package org.cairn.proof.witness;

import org.jspecify.annotations.NullMarked;
