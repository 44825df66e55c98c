package org.cairn.verifier;

/// One file of the pack is not what its container says: wrong checksum, wrong size, or data that does not inflate.
final class DamagedFile extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedFile(String message) {
        super(message);
    }
}
