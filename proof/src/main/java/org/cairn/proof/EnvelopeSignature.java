package org.cairn.proof;

/// One signature of an envelope and the key that claims it.
public record EnvelopeSignature(KeyId keyId, Bytes signature) {}
