package org.cairn.app.exchange;

import java.util.Optional;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.HandedOver;
import org.cairn.ledger.key.TransferKey;
import org.cairn.proof.Digest;
import org.cairn.proof.Tiles;

/// The parts of a bundle, in the order in which they stand, each with its letter and the most bytes that it may have.
enum Frame {
    HEAD('H', 4096),
    CHECKPOINT('C', 64 * 1024),
    /// One hash for each bit of a size.
    SUBTREES('F', 63 * Digest.SIZE_BYTES),
    ENTRIES('E', Tiles.WIDTH * (Short.BYTES + 16 * 1024)),
    PAYLOAD('P', Frame.PAYLOAD_HEAD_BYTES + HandedOver.OVERHEAD_BYTES + (int) EvidenceVault.LIMIT_BYTES),
    END('Z', Digest.SIZE_BYTES);

    /// Name and sealed secret of a payload.
    static final int PAYLOAD_HEAD_BYTES = Digest.SIZE_BYTES + HandedOver.SECRET_BYTES + TransferKey.TAG_BYTES;

    /// With which every bundle begins.
    static final String MAGIC = "cairn bundle, version 1\n";

    private final char letter;
    private final int limitBytes;

    Frame(char letter, int limitBytes) {
        this.letter = letter;
        this.limitBytes = limitBytes;
    }

    char letter() {
        return letter;
    }

    int limitBytes() {
        return limitBytes;
    }

    static Optional<Frame> of(int letter) {
        for (Frame frame : values()) {
            if (frame.letter == letter) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }
}
