package org.cairn.proof.authority;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedKey;

/// A key pair of the JDK's and whose it is.
record Person(String name, HolderId holder, KeyPair pair, Ed25519PublicKey key) {
    static Person of(String name) {
        return of(name, new HolderId("%032x".formatted(Math.abs((long) name.hashCode()))));
    }

    static Person of(String name, HolderId holder) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Person(
                    name,
                    holder,
                    pair,
                    Ed25519PublicKey.parseSpki(Bytes.copyOf(pair.getPublic().getEncoded())));
        } catch (GeneralSecurityException | MalformedKey e) {
            throw new IllegalStateException(e);
        }
    }

    /// Another key of the same holder.
    Person withAnotherKey() {
        return of(name, holder);
    }

    KeyId id() {
        return key.keyId();
    }

    EnvelopeSignature sign(Bytes message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message.toByteArray());
            return new EnvelopeSignature(id(), Bytes.copyOf(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
