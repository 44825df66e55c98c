package org.cairn.verifier;

/// Bytes that are not the DER expected.
final class MalformedDer extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedDer(String message) {
        super(message);
    }
}
