/// What can be checked by anyone: bytes and digests, the Merkle tree and its proofs, signed notes, envelopes,
/// strict decoding. Pure functions over the JDK alone, no input or output, so that an auditor can read all of
/// it.
@NullMarked
package org.cairn.proof;

import org.jspecify.annotations.NullMarked;
