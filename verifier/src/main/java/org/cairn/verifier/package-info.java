/// Checks an audit pack offline: one small jar on the JDK and `proof` alone, so that an auditor needs neither the
/// application nor a database, and can read all of it. Everything read from a pack is hostile until checked.
/// The format is described in `docs/pack-format.md`.
@NullMarked
package org.cairn.verifier;

import org.jspecify.annotations.NullMarked;
