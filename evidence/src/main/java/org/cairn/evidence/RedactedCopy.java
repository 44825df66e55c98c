package org.cairn.evidence;

import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Digest;

/// What a piece of evidence says of itself that is a copy of another one's bytes with parts taken out.
///
/// The original is named by the commitment that the ledger holds and by no bare digest: a guess at what was taken out
/// could be confirmed by one.
/// @param original   the piece it was made from
/// @param file       which of the original's sources, from 0, as its file is numbered in a pack
/// @param commitment of that file's bytes, as the original's manifest holds it
/// @param removed    what was taken out, in words that do not tell it
/// @param reason     why, in a person's words
public record RedactedCopy(EvidenceId original, int file, Digest commitment, String removed, String reason) {
    private static final String ORIGINAL = "redacts";
    private static final String FILE = "redacts-file";
    private static final String COMMITMENT = "redacts-commitment";
    private static final String REMOVED = "redaction";
    private static final String REASON = "redaction-reason";

    /// As facts of the copy.
    public Map<String, String> facts() {
        return Map.of(
                ORIGINAL, original.hex(),
                FILE, Integer.toString(file),
                COMMITMENT, commitment.hex(),
                REMOVED, removed,
                REASON, reason);
    }

    /// Empty where the evidence is no such copy, or says it in a form that is not ours.
    public static Optional<RedactedCopy> of(Evidence evidence) {
        Optional<String> original = evidence.fact(ORIGINAL).filter(RedactedCopy::isDigest);
        Optional<String> commitment = evidence.fact(COMMITMENT).filter(RedactedCopy::isDigest);
        Optional<Integer> file =
                evidence.fact(FILE).filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf);
        if (original.isEmpty() || commitment.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RedactedCopy(
                EvidenceId.parse(original.get()),
                file.get(),
                Digest.parseHex(commitment.get()),
                evidence.fact(REMOVED).orElse(""),
                evidence.fact(REASON).orElse("")));
    }

    private static boolean isDigest(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
