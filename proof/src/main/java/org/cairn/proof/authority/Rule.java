package org.cairn.proof.authority;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who may record a kind of event.
/// @param signers  each signer's holder has at least one of these roles
/// @param decisive where two different people are needed: the role that at least one of them has; empty where one
///                 signature does
public record Rule(Set<Role> signers, Optional<Role> decisive) {
    public Rule {
        signers = Collections.unmodifiableSet(signers.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(signers));
    }

    static Rule anyOf(Role first, Role... others) {
        return new Rule(EnumSet.of(first, others), Optional.empty());
    }

    /// By no role: what only the recovery key signs, with the key it brings in.
    static Rule nobody() {
        return new Rule(EnumSet.noneOf(Role.class), Optional.empty());
    }

    static Rule twoPeople(Role decisive, Role... others) {
        return new Rule(EnumSet.of(decisive, others), Optional.of(decisive));
    }

    /// Whether two different people have to sign.
    public boolean fourEyes() {
        return decisive.isPresent();
    }
}
