package org.cairn.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Holds the state that a pack says it shows against the entries it carries. What was left out, nobody sees here.
final class StateCheck {
    /// What a pack about an earlier state carries of what came later: what was erased since, and by whose keys.
    private static final Set<String> LATER = Set.of(
            "IdentityEnrolled",
            "KeyRotated",
            "IdentityRevoked",
            "RoleGranted",
            "RoleWithdrawn",
            "RecoveryKeyEnrolled",
            "AdministratorReestablished",
            "EvidenceErased",
            "PayloadErased",
            "ErasureFollowed");

    /// Of what came from another log later.
    private static final Set<String> LATER_IMPORTED = Set.of("EvidenceErased", "PayloadErased");

    /// What is about a day.
    private static final Set<String> DATED = Set.of("ControlAnswered", "EvidenceRecorded");

    private final Findings findings;
    private final ShownState shown;

    StateCheck(Findings findings, ShownState shown) {
        this.findings = findings;
        this.shown = shown;
    }

    void check(Checkpoint checkpoint, SortedMap<Long, LedgerEntry> entries) {
        if (shown.entries() < 1 || shown.entries() > checkpoint.size()) {
            findings.defect(
                    Layout.MANIFEST,
                    "says that the first " + shown.entries() + " entries count, and the checkpoint covers "
                            + checkpoint.size());
        }
        for (LedgerEntry entry : entries.values()) {
            if (entry.index() >= shown.entries()) {
                later(entry);
            } else {
                counted(entry);
            }
        }
    }

    private void later(LedgerEntry entry) {
        boolean erasesElsewhere = entry.kind().equals("EntryImported")
                && entry.said().members().get("kind") instanceof JsonText(String kind)
                && LATER_IMPORTED.contains(kind);
        if (!LATER.contains(entry.kind()) && !erasesElsewhere) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "is later than the " + shown.entries() + " entries that manifest.json says count");
        }
    }

    private void counted(LedgerEntry entry) {
        Optional<Instant> recordedAt = time(entry.event(), "recordedAt");
        boolean last = entry.index() == shown.entries() - 1;
        boolean contradicts = switch (shown.knownBy()) {
            case EVERYTHING -> false;
            case TIME -> recordedAt.filter(at -> at.isAfter(shown.knownAt())).isPresent();
            case ENTRY -> last && !recordedAt.equals(Optional.of(shown.knownAt()));
        };
        if (contradicts) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "claims to be recorded at "
                            + recordedAt.map(Instant::toString).orElse("no time")
                            + ", and manifest.json says that what was known at " + shown.knownAt() + " counts");
        }
        Optional<Instant> validFrom = time(entry.said(), "validFrom");
        if (validFrom.filter(from -> from.isAfter(shown.validAt())).isPresent()
                && entry.said().members().get("kind") instanceof JsonText(String kind)
                && DATED.contains(kind)) {
            findings.defect(
                    entry.file(),
                    entry.index(),
                    "is about " + validFrom.get() + ", later than the day that manifest.json says is shown: "
                            + shown.validAt());
        }
    }

    private static Optional<Instant> time(JsonObject event, String member) {
        try {
            return event.members().get(member) instanceof JsonText(String text)
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
