package org.cairn.app.ui.pack;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.proof.Digest;

/// Where packs lie on this machine, as the window remembers it; the ledger holds their hashes alone. Safe for any
/// thread.
public interface PackPlaces {
    /// @param sums SHA-256 of the pack's list of files
    Optional<Path> of(Digest sums);

    void keep(Digest sums, Path pack);
}
