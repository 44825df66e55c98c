package org.cairn.app.workspace;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.event.ErasureEvent.BackupMade;
import org.cairn.checklist.event.Event.PackIssued;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;

/// Which copies were made while an item could be read. Entries tell of backups and packs; who copied the folder or a
/// disk told nobody.
final class Copies {
    private final Parts parts;

    Copies(Parts parts) {
        this.parts = parts;
    }

    /// Oldest first.
    List<KnownCopy> of(Target target) {
        OptionalLong recorded = entry(target);
        if (recorded.isEmpty()) {
            return List.of();
        }
        long entry = recorded.getAsLong();
        return parts.log().events().stream()
                .filter(each -> each.entry() > entry)
                .flatMap(each -> Stream.concat(
                        each.as(BackupMade.class).map(made -> backup(made, entry)).stream(),
                        each
                                .as(PackIssued.class)
                                .filter(issued -> issued.event().size() > entry)
                                .map(Copies::pack)
                                .stream()))
                .toList();
    }

    private OptionalLong entry(Target target) {
        return switch (target) {
            case Target.Evidence(EvidenceId id) ->
                parts.shelf().entry(id).stream().mapToLong(Recorded::entry).findFirst();
            case Target.TextsOf(long entry) -> OptionalLong.of(entry);
        };
    }

    /// What was recorded under its checkpoint is in it; of what came while it was made, it may hold the payload.
    private static KnownCopy backup(Recorded<BackupMade> made, long entry) {
        String holds = made.event().size() > entry ? "holds it" : "may hold it";
        String keys = made.event().keys().isPresent()
                ? "can be read with its archive of keys"
                : "can be read with an archive of keys made at another time";
        return new KnownCopy(made.entry(), made.recordedAt(), "a backup " + holds + " and " + keys);
    }

    /// Which evidence was withheld from a pack is not recorded.
    private static KnownCopy pack(Recorded<PackIssued> issued) {
        return new KnownCopy(
                issued.entry(),
                issued.recordedAt(),
                "an audit pack for " + issued.event().framework() + " may hold it, and everybody can read it");
    }
}
