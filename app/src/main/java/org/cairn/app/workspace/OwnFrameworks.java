package org.cairn.app.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.FrameworkEvent.FrameworkImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.ImportedFramework;
import org.cairn.frameworks.own.CanonicalForm;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The library of a workspace: what ships with the product, and what was imported. One that cannot be read, because its
/// text was erased or is damaged, is not in it; a posture then names it as adopted and not carried. Safe for any
/// thread.
final class OwnFrameworks {
    private final EventLog log;
    private final EvidenceVault vault;
    private final Knowledge knowledge;
    private Optional<Put> last = Optional.empty();

    /// The library that these imports, and no others, make.
    private record Put(List<Long> entries, FrameworkLibrary library) {}

    OwnFrameworks(EventLog log, EvidenceVault vault, Knowledge knowledge) {
        this.log = log;
        this.vault = vault;
        this.knowledge = knowledge;
    }

    /// What was so at `validAt`, from the first `size` entries.
    synchronized FrameworkLibrary library(Instant validAt, long size) {
        List<Recorded<FrameworkImported>> imports = imports(validAt, size);
        List<Long> entries = imports.stream().map(Recorded::entry).toList();
        if (entries.isEmpty()) {
            return knowledge.library();
        }
        if (last.isEmpty() || !last.get().entries().equals(entries)) {
            last = Optional.of(new Put(entries, with(imports)));
        }
        return last.get().library();
    }

    /// Drops what was decrypted.
    synchronized void forget() {
        last = Optional.empty();
    }

    /// The import of each framework that holds, by its id. What ships with the product is never replaced.
    private List<Recorded<FrameworkImported>> imports(Instant validAt, long size) {
        Map<FrameworkId, Recorded<FrameworkImported>> newest = new TreeMap<>();
        for (Recorded<FrameworkImported> recorded : log.all(FrameworkImported.class, size)) {
            FrameworkId id = recorded.event().framework();
            if (recorded.validAt(validAt) && knowledge.library().find(id).isEmpty()) {
                newest.merge(id, recorded, OwnFrameworks::later);
            }
        }
        return List.copyOf(newest.values());
    }

    private static Recorded<FrameworkImported> later(
            Recorded<FrameworkImported> one, Recorded<FrameworkImported> other) {
        return Comparator.<Recorded<FrameworkImported>, Instant>comparing(Recorded::validFrom)
                                .thenComparingLong(Recorded::entry)
                                .compare(one, other)
                        < 0
                ? other
                : one;
    }

    private FrameworkLibrary with(List<Recorded<FrameworkImported>> imports) {
        return knowledge
                .library()
                .with(imports.parallelStream()
                        .flatMap(recorded -> read(recorded).stream())
                        .toList());
    }

    private Optional<ImportedFramework> read(Recorded<FrameworkImported> recorded) {
        LocalDate day = LocalDate.ofInstant(recorded.validFrom(), ZoneOffset.UTC);
        return document(recorded)
                .map(own -> new ImportedFramework(own, recorded.event().content(), day));
    }

    /// Empty where it cannot be read.
    private Optional<OwnFramework> document(Recorded<FrameworkImported> recorded) {
        FrameworkImported imported = recorded.event();
        String entry = "entry " + recorded.entry();
        try {
            Bytes content = vault.get(imported.document());
            if (!Digest.sha256(content).equals(imported.content())) {
                return missing(entry, "its text is not what was recorded");
            }
            // a mapping to what no longer ships is left out when the library is put together
            OwnFramework own = CanonicalForm.read(entry, content, _ -> true);
            return own.id().equals(imported.framework()) ? Optional.of(own) : missing(entry, "it is another framework");
        } catch (VaultException | MalformedFramework | KeyringLocked e) {
            return missing(entry, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<OwnFramework> missing(String entry, String why) {
        System.getLogger(OwnFrameworks.class.getName())
                .log(System.Logger.Level.WARNING, "the framework of {0} is not carried: {1}", entry, why);
        return Optional.empty();
    }
}
