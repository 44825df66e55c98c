package org.cairn.evidence;

import org.cairn.proof.Digest;

/// Names one recorded piece of evidence: the SHA-256 of its stored (encrypted) manifest. Content-addressed, and tells
/// nothing about the content, since the key that encrypted it is random.
public record EvidenceId(Digest stored) implements Comparable<EvidenceId> {
    public static EvidenceId parse(String hex) {
        return new EvidenceId(Digest.parseHex(hex));
    }

    public String hex() {
        return stored.hex();
    }

    /// The first 12 hexadecimal digits, for people.
    public String shortForm() {
        return hex().substring(0, 12);
    }

    @Override
    public int compareTo(EvidenceId other) {
        return stored.compareTo(other.stored);
    }

    @Override
    public String toString() {
        return hex();
    }
}
