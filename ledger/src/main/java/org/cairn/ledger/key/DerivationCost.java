package org.cairn.ledger.key;

import java.util.Optional;

/// What a new key costs whoever guesses passphrases: the parameters of Argon2id (RFC 9106) that a new slot gets. A slot
/// keeps its own beside what it protects.
record DerivationCost(int memoryKib, int iterations, int lanes) {
    /// RFC 9106 section 4, second recommended option: 64 MiB, three passes, four lanes.
    static final DerivationCost RECOMMENDED = new DerivationCost(64 * 1024, 3, 4);

    /// The least that Argon2id takes (RFC 9106 section 3.1). Protects nothing.
    static final DerivationCost FOR_TESTS = new DerivationCost(8, 1, 1);

    /// A resource that stands on the class path of tests and in no jar that is shipped
    /// (`docs/decisions/0032-tests-derive-keys-cheaply.md`).
    static final String TESTS_ONLY = "/cairn-tests-derive-keys-cheaply";

    static final DerivationCost OF_THIS_PROCESS = Optional.ofNullable(DerivationCost.class.getResource(TESTS_ONLY))
            .map(_ -> FOR_TESTS)
            .orElse(RECOMMENDED);
}
