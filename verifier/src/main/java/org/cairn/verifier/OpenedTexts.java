package org.cairn.verifier;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;

/// Which files of the pack hold what its entries committed to.
final class OpenedTexts {
    private record Place(long entry, Digest commitment) {}

    private final Map<Place, String> opened;

    OpenedTexts(PackManifest manifest) {
        opened = manifest.openings().stream()
                .collect(Collectors.toMap(
                        opening -> new Place(opening.entry(), opening.commitment()),
                        PackManifest.Opening::file,
                        (first, _) -> first));
    }

    /// The file behind the first commitment in `json` that is opened for that entry.
    Optional<String> fileOf(long entry, Json json) {
        return Commitments.in(json).keySet().stream()
                .flatMap(commitment -> Optional.ofNullable(opened.get(new Place(entry, commitment))).stream())
                .findFirst();
    }
}
