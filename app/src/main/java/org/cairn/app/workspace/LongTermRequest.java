package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.reports.sign.HashAlgorithm;

/// How to judge that a pack existed while its certificates were good.
/// @param record   its evidence record (RFC 4998); where none is named, the file `PACK.ers` beside it
/// @param roots    root certificates (PEM or DER) of the time-stamp authorities that are believed
/// @param weakFrom from when a hash algorithm is no longer relied on
/// @param at       the date it is judged at
/// @param revoked  revocation lists (PEM or DER) of these authorities; none, and that is not asked
public record LongTermRequest(
        Optional<Path> record, List<Path> roots, Map<HashAlgorithm, Instant> weakFrom, Instant at, List<Path> revoked) {
    public LongTermRequest(Optional<Path> record, List<Path> roots, Map<HashAlgorithm, Instant> weakFrom, Instant at) {
        this(record, roots, weakFrom, at, List.of());
    }

    public LongTermRequest {
        revoked = List.copyOf(revoked);
        roots = List.copyOf(roots);
        weakFrom = Map.copyOf(weakFrom);
    }

    /// Where the evidence record of a pack lies if nobody says otherwise.
    public static Path recordOf(Path pack) {
        return pack.resolveSibling(pack.getFileName() + ".ers");
    }
}
