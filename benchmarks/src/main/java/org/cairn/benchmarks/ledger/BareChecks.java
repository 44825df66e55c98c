package org.cairn.benchmarks.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.Merkle;

/// The least that verifying entries takes: SHA-256 of each and BouncyCastle's signature check of each, on all
/// processors. Reading the files and finding message and signature in them is left out of the time.
final class BareChecks {
    private final Map<KeyId, PublicPoint> points = new HashMap<>();
    private final Stopwatch watch = new Stopwatch();
    private long refused;

    private record Question(Bytes entry, PublicPoint point, Bytes message, Bytes signature) {
        boolean verifies() {
            return Merkle.leafHash(entry).word0() != 0
                    && Ed25519.verify(signature.toByteArray(), 0, point, message.toByteArray(), 0, message.size());
        }
    }

    private BareChecks(PublicKeys keys) {
        for (Ed25519PublicKey key : List.of(keys.person(), keys.collector())) {
            points.put(
                    key.keyId(),
                    Ed25519.validatePublicKeyPartialExport(key.raw().toByteArray(), 0));
        }
    }

    static Stopwatch time(EntriesOnDisk entries, PublicKeys keys) throws IOException {
        BareChecks checks = new BareChecks(keys);
        entries.forEachBundle(checks::check);
        if (checks.refused > 0) {
            throw new IOException(checks.refused + " signatures of the benchmark's workspace do not verify");
        }
        return checks.watch;
    }

    private void check(List<Bytes> bundle) throws IOException {
        List<Question> questions = bundle.stream().flatMap(this::questions).toList();
        if (questions.size() < bundle.size()) {
            throw new IOException("the workspace has entries by other keys than the person's and the collector's");
        }
        watch.start();
        refused += IntStream.range(0, questions.size())
                .parallel()
                .filter(i -> !questions.get(i).verifies())
                .count();
        watch.stop();
    }

    private Stream<Question> questions(Bytes entry) {
        try {
            Envelope envelope = Envelope.parse(entry);
            EnvelopeSignature signature = envelope.signatures().getFirst();
            PublicPoint point = points.get(signature.keyId());
            return point == null
                    ? Stream.empty()
                    : Stream.of(new Question(entry, point, envelope.signedBytes(), signature.signature()));
        } catch (MalformedEnvelope _) {
            return Stream.empty();
        }
    }
}
