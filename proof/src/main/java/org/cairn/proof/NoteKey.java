package org.cairn.proof;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A key that signs notes (C2SP signed-note v1.0.0, "Verifier keys").
/// @param name      the signer's name; a log's is its origin
/// @param publicKey 32 bytes for Ed25519, 1312 for ML-DSA-44
public record NoteKey(String name, Algorithm algorithm, Bytes publicKey) {
    private static final Pattern ENCODED = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    /// The signature types in use, with their assigned identifier bytes (C2SP signed-note v1.0.0, "Signature
    /// types").
    public enum Algorithm {
        /// Over the text alone: how a log signs.
        ED25519(0x01, Ed25519Encoding.KEY_SIZE_BYTES, 0),
        /// Over the text and a time: how a witness cosigns (C2SP tlog-cosignature v1.1.0-rc.1).
        ED25519_COSIGNATURE(0x04, Ed25519Encoding.KEY_SIZE_BYTES, Long.BYTES),
        /// Over name, time, origin, size and root, by logs and witnesses (C2SP tlog-cosignature v1.1.0-rc.1).
        ML_DSA_44(0x06, MlDsa44.PUBLIC_KEY_SIZE_BYTES, Long.BYTES);

        private final int typeByte;
        private final int keySizeBytes;
        private final int timestampSizeBytes;

        Algorithm(int typeByte, int keySizeBytes, int timestampSizeBytes) {
            this.typeByte = typeByte;
            this.keySizeBytes = keySizeBytes;
            this.timestampSizeBytes = timestampSizeBytes;
        }
    }

    public NoteKey {
        NoteText.requireKeyName(name);
        refusal(algorithm, publicKey).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
    }

    /// Reads a verifier key: name, key hash and key, joined by plus signs.
    public static NoteKey parse(String encoded) throws MalformedNote {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches() || !NoteText.isKeyName(parts.group(1))) {
            throw new MalformedNote("a verifier key is: name + 8 hexadecimal digits + base64");
        }
        Bytes material = StrictBase64.decode(parts.group(3))
                .filter(bytes -> bytes.size() > 1)
                .orElseThrow(() -> new MalformedNote("the verifier key is not base64"));
        Algorithm algorithm = List.of(Algorithm.values()).stream()
                .filter(known -> known.typeByte == material.at(0))
                .findFirst()
                .orElseThrow(() -> new MalformedNote("unknown signature type " + material.at(0)));
        Bytes publicKey = material.slice(1, material.size());
        var refusal = refusal(algorithm, publicKey);
        if (refusal.isPresent()) {
            throw new MalformedNote(refusal.get());
        }
        NoteKey key = new NoteKey(parts.group(1), algorithm, publicKey);
        if (key.keyHash() != HexFormat.fromHexDigits(parts.group(2))) {
            throw new MalformedNote("the verifier key's hash does not fit its name and key");
        }
        return key;
    }

    /// The first four bytes of SHA-256 over name, newline, type byte and key.
    public int keyHash() {
        Bytes hashed = Bytes.utf8(name + '\n' + (char) algorithm.typeByte).concat(publicKey);
        return (int) (Digest.sha256(hashed).word0() >>> 32);
    }

    /// The verifier key ("vkey") that [#parse(String)] reads.
    public String encode() {
        Bytes material = Bytes.owning(new byte[] {(byte) algorithm.typeByte}).concat(publicKey);
        return name + '+' + HexFormat.of().toHexDigits(keyHash()) + '+' + StrictBase64.encode(material);
    }

    /// Whether the note has a line of this key, and every line of this key verifies.
    public boolean verifies(SignedNote note) {
        int keyHash = keyHash();
        List<NoteSignature> own = note.signatures().stream()
                .filter(line -> line.keyHash() == keyHash && line.keyName().equals(name))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(line -> verifies(note.text(), line.signature()));
    }

    /// When the key says it signed: the newest of its lines, in seconds since 1970 (UTC), by the signer's clock. Empty
    /// unless [#verifies(SignedNote)], and for a key whose signatures hold no time. 0 where the signer makes no
    /// statement about the clock.
    public OptionalLong claimedAt(SignedNote note) {
        if (algorithm.timestampSizeBytes == 0 || !verifies(note)) {
            return OptionalLong.empty();
        }
        return note.signatures().stream()
                .filter(line -> line.keyHash() == keyHash() && line.keyName().equals(name))
                .mapToLong(line -> line.signature().asByteBuffer().getLong())
                .max();
    }

    /// The signature line over `text` from what the private key made of [#message(Bytes, long)].
    /// @param epochSeconds the time given to `message`; 0 for a type without one
    public NoteSignature line(long epochSeconds, Bytes signature) {
        Bytes time = Bytes.owning(
                ByteBuffer.allocate(Long.BYTES).putLong(epochSeconds).array());
        return new NoteSignature(
                name, keyHash(), time.slice(0, algorithm.timestampSizeBytes).concat(signature));
    }

    /// What the private key signs for a note of this text.
    /// @param epochSeconds the time of a cosignature, 0 for none
    /// @throws MalformedNote where the type signs checkpoints only and `text` is none
    public Bytes message(Bytes text, long epochSeconds) throws MalformedNote {
        return switch (algorithm) {
            case ED25519 -> text;
            case ED25519_COSIGNATURE -> Cosignature.textMessage(text, epochSeconds);
            case ML_DSA_44 -> Cosignature.treeMessage(name, Checkpoint.parse(text), epochSeconds);
        };
    }

    private boolean verifies(Bytes text, Bytes signature) {
        int timeSize = algorithm.timestampSizeBytes;
        if (signature.size() <= timeSize) {
            return false;
        }
        long epochSeconds = timeSize == 0 ? 0 : signature.asByteBuffer().getLong();
        Bytes bare = signature.slice(timeSize, signature.size());
        try {
            Bytes message = message(text, epochSeconds);
            return switch (algorithm) {
                case ED25519, ED25519_COSIGNATURE -> new Ed25519PublicKey(publicKey).verifies(message, bare);
                case ML_DSA_44 -> MlDsa44.verify(publicKey, message, bare);
            };
        } catch (MalformedNote _) {
            return false;
        }
    }

    private static Optional<String> refusal(Algorithm algorithm, Bytes publicKey) {
        if (publicKey.size() != algorithm.keySizeBytes) {
            return Optional.of(
                    "an " + algorithm + " key has " + algorithm.keySizeBytes + " bytes, not " + publicKey.size());
        }
        return switch (algorithm) {
            case ED25519, ED25519_COSIGNATURE -> Ed25519Encoding.refusalOfKey(publicKey);
            case ML_DSA_44 -> Optional.empty();
        };
    }
}
