package org.cairn.app.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;

/// Which bytes are recorded already, by their digest: of what people handed in, of reports of other tools, and of files
/// that collectors read.
public final class RecordedDigests {
    private final Map<Digest, RecordedEvidence> newest = new HashMap<>();

    private RecordedDigests() {}

    /// @param recorded oldest first
    public static RecordedDigests of(List<RecordedEvidence> recorded) {
        RecordedDigests digests = new RecordedDigests();
        for (RecordedEvidence piece : recorded) {
            for (Source source : piece.evidence().sources()) {
                if (source.how() == Source.How.FILE) {
                    digests.newest.put(source.sha256(), piece);
                }
            }
        }
        return digests;
    }

    /// The newest piece with exactly these bytes.
    public Optional<RecordedEvidence> of(Digest sha256) {
        return Optional.ofNullable(newest.get(sha256));
    }
}
