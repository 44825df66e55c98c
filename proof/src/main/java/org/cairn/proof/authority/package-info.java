/// Who may record what: holders of keys, their roles, and which entries need two different people. Pure rules over
/// entries in order, so that the store, `cairn verify` and the verifier give one answer. The table stands in
/// `docs/identities.md`.
@NullMarked
package org.cairn.proof.authority;

import org.jspecify.annotations.NullMarked;
