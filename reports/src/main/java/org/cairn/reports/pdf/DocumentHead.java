package org.cairn.reports.pdf;

import java.time.Instant;
import org.cairn.reports.pack.Cover;

/// What a document says of itself outside its pages.
/// @param signature what a screen reader says of the signature's field
/// @param identity  seeds the document's ids: the same document has the same
/// @param issuedAt  its dates
record DocumentHead(String signature, String identity, Instant issuedAt) {
    static DocumentHead of(Cover cover) {
        return new DocumentHead(cover.issuer().name(), cover.origin() + '\n' + cover.packId(), cover.issuedAt());
    }
}
