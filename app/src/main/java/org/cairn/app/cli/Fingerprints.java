package org.cairn.app.cli;

import org.cairn.proof.Digest;

/// Digests for people to compare: groups of eight digits.
final class Fingerprints {
    private Fingerprints() {}

    static String grouped(Digest digest) {
        return digest.hex().replaceAll("(.{8})(?!$)", "$1 ");
    }
}
