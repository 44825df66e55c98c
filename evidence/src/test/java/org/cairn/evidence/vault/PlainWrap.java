package org.cairn.evidence.vault;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Binds bytes to a name and a context by a digest; hides nothing. Two wraps of different names do not open each
/// other's bytes.
record PlainWrap(String name) implements KeyWrap {
    @Override
    public Bytes wrap(Bytes plain, Bytes context) {
        return seal(plain, context).concat(plain);
    }

    @Override
    public Optional<Bytes> unwrap(Bytes wrapped, Bytes context) {
        if (wrapped.size() < Digest.SIZE_BYTES) {
            return Optional.empty();
        }
        Bytes plain = wrapped.slice(Digest.SIZE_BYTES, wrapped.size());
        return wrapped.equals(wrap(plain, context)) ? Optional.of(plain) : Optional.empty();
    }

    private Bytes seal(Bytes plain, Bytes context) {
        Digest digest = Digest.sha256(Bytes.utf8(name).concat(context).concat(plain));
        return Bytes.copyOf(digest.toByteArray());
    }
}
