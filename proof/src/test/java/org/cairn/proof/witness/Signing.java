package org.cairn.proof.witness;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MlDsa44;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteKey.Algorithm;
import org.cairn.proof.NoteSignature;

/// A key pair of the JDK under a name, for logs and witnesses of tests.
record Signing(NoteKey key, KeyPair pair) {
    static Signing of(String name, Algorithm algorithm) {
        try {
            String jdk = algorithm == Algorithm.ML_DSA_44 ? "ML-DSA-44" : "Ed25519";
            KeyPair pair = KeyPairGenerator.getInstance(jdk).generateKeyPair();
            Bytes spki = Bytes.copyOf(pair.getPublic().getEncoded());
            Bytes raw = algorithm == Algorithm.ML_DSA_44
                    ? MlDsa44.rawKey(spki)
                    : Ed25519PublicKey.parseSpki(spki).raw();
            return new Signing(new NoteKey(name, algorithm, raw), pair);
        } catch (GeneralSecurityException | MalformedKey e) {
            throw new IllegalStateException(e);
        }
    }

    NoteSignature line(Checkpoint checkpoint, Instant at) {
        long seconds = key.algorithm() == Algorithm.ED25519 ? 0 : at.getEpochSecond();
        try {
            Signature signature = Signature.getInstance(pair.getPrivate().getAlgorithm());
            signature.initSign(pair.getPrivate());
            signature.update(key.message(checkpoint.text(), seconds).toByteArray());
            return key.line(seconds, Bytes.copyOf(signature.sign()));
        } catch (GeneralSecurityException | MalformedNote e) {
            throw new IllegalStateException(e);
        }
    }
}
