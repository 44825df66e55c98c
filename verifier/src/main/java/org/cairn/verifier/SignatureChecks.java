package org.cairn.verifier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.KeyId;
import org.cairn.proof.authority.SignatureVerification;

/// Verifies each signature once, though several checks ask for it, and all of them on all processors. A verdict depends
/// on key, message and signature alone, so the order changes nothing.
final class SignatureChecks implements SignatureVerification {
    private record Question(Ed25519PublicKey key, Bytes message, Bytes signature) {
        boolean verifies() {
            return key.verifies(message, signature);
        }
    }

    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

    /// Verifies what `keys` has a key for.
    void verifyAll(Collection<LedgerEntry> entries, Function<KeyId, Optional<Ed25519PublicKey>> keys) {
        List.copyOf(entries).parallelStream()
                .flatMap(entry -> entry.envelope().signatures().stream()
                        .flatMap(signature -> keys.apply(signature.keyId()).stream()
                                .map(key -> new Question(key, entry.envelope().signedBytes(), signature.signature()))))
                .forEach(question -> answers.put(question, question.verifies()));
    }

    @Override
    public boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
        return answers.computeIfAbsent(new Question(key, message, signature), Question::verifies);
    }
}
