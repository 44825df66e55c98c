package org.cairn.app.cli;

import org.cairn.reports.sign.HashAlgorithm;

/// Hash algorithms as typed.
final class HashWords {
    private HashWords() {}

    static HashAlgorithm parse(String word) throws Refused {
        return HashAlgorithm.named(word)
                .orElseThrow(() ->
                        new Refused("no hash algorithm '" + word + "' here; there are SHA-256, SHA-384, SHA-512"));
    }
}
