package org.cairn.evidence.vault;

import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;

/// A payload on its way from one workspace to another: the stored bytes as they are, and what opens them.
/// @param secret the 32-byte data key followed by the 32-byte salt; to be encrypted for the receiver
/// @param sealed what is stored, under the same name on both sides
public record HandedOver(PayloadRef payload, Bytes secret, Bytes sealed) {
    /// What a data key and its salt have together.
    public static final int SECRET_BYTES = PayloadSeal.KEY_BYTES + PayloadSeal.SALT_BYTES;

    /// How much longer stored bytes are than what they hold.
    public static final int OVERHEAD_BYTES = PayloadSeal.OVERHEAD_BYTES;

    /// Never the secret.
    @Override
    public String toString() {
        return "payload " + payload.stored();
    }
}
