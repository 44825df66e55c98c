package org.cairn.app.workspace;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;

/// What entries of other logs say that were imported. Safe for any thread.
final class Imports {
    private final EventLog log;
    private final EntryFinder finder;
    private final EvidenceVault vault;
    private final Map<KeyId, PayloadRef> names = new HashMap<>();
    private final Map<EvidenceId, Long> evidence = new LinkedHashMap<>();
    private final PeerRules rules = new PeerRules();
    private long seen;

    /// What is in memory already, as long as there is room for it.
    private SoftReference<Map<Long, Recorded<? extends Event>>> read = new SoftReference<>(new HashMap<>());

    Imports(EventLog log, EntryFinder finder, EvidenceVault vault) {
        this.log = log;
        this.finder = finder;
        this.vault = vault;
    }

    /// What another log's entry says; empty where ours is none of another log, or its bytes are not what its leaf
    /// names.
    synchronized Optional<Recorded<? extends Event>> said(long entry) {
        Map<Long, Recorded<? extends Event>> known = read.get();
        if (known == null) {
            known = new HashMap<>();
            read = new SoftReference<>(known);
        }
        Recorded<? extends Event> before = known.get(entry);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Recorded<? extends Event>> said = log.event(entry)
                .flatMap(recorded -> recorded.as(EntryImported.class))
                .flatMap(imported -> ImportedEntry.read(imported, vault));
        if (said.isPresent()) {
            known.put(entry, said.get());
        }
        return said;
    }

    /// Everything that came from another log, in its order.
    List<Recorded<? extends Event>> from(String origin) {
        List<Recorded<? extends Event>> all = new ArrayList<>();
        for (Recorded<EntryImported> imported : log.all(EntryImported.class)) {
            if (imported.event().place().origin().equals(origin)) {
                said(imported.entry()).ifPresent(all::add);
            }
        }
        return all;
    }

    /// Whose name another log enrolled for a key.
    synchronized Optional<PayloadRef> name(KeyId key) {
        catchUp();
        return Optional.ofNullable(names.get(key));
    }

    /// Imported evidence with the entries that brought it, oldest first.
    synchronized Map<EvidenceId, Long> evidence() {
        catchUp();
        return Map.copyOf(evidence);
    }

    synchronized Optional<Long> entryOf(EvidenceId id) {
        catchUp();
        return Optional.ofNullable(evidence.get(id));
    }

    private void catchUp() {
        long size = finder.size();
        if (size == seen) {
            return;
        }
        for (long entry : finder.entriesFrom(EntryImported.class, seen)) {
            judge(entry);
            said(entry).filter(_ -> rules.admits(entry)).ifPresent(said -> {
                if (said.event() instanceof Event.IdentityEnrolled identity) {
                    names.put(identity.key(), identity.name());
                } else if (said.event() instanceof Event.EvidenceRecorded recorded) {
                    evidence.put(recorded.id(), entry);
                }
            });
        }
        seen = size;
    }

    /// Another log's entry itself, with every signature.
    Optional<Bytes> bytes(long entry) {
        return log.event(entry)
                .flatMap(recorded -> recorded.as(EntryImported.class))
                .flatMap(imported -> ImportedEntry.bytes(imported.event(), vault));
    }

    private void judge(long entry) {
        log.event(entry)
                .flatMap(recorded -> recorded.as(EntryImported.class))
                .map(recorded -> recorded.event().place())
                .ifPresent(place -> bytes(entry).ifPresent(bytes -> rules.judge(entry, place, bytes)));
    }

    /// Entries of other logs that those logs' own rules do not allow: they count for nothing.
    synchronized List<PeerRules.Unadmitted> unadmitted() {
        catchUp();
        return rules.unadmitted();
    }

    private synchronized boolean admits(long entry) {
        catchUp();
        return rules.admits(entry);
    }

    /// Events of a kind that count here, in the order of this ledger's entries.
    <E extends Event> List<Recorded<E>> counted(Class<E> kind) {
        List<Recorded<? extends Event>> imports = new ArrayList<>(log.all(EntryImported.class));
        imports.addAll(log.all(BundleImported.class));
        imports.sort(Comparator.comparingLong(Recorded::entry));
        return judged(imports).stream()
                .flatMap(recorded -> recorded.as(kind).stream())
                .toList();
    }

    /// Of events of this log, in order, with what imported entries say in their place. An imported entry counts once a
    /// bundle's end covers it, from when that was recorded: an import that was cut off changes no judgement.
    List<Recorded<? extends Event>> judged(List<Recorded<? extends Event>> events) {
        Map<String, NavigableMap<Long, Instant>> ends = new HashMap<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof BundleImported bundle) {
                ends.computeIfAbsent(bundle.origin(), _ -> new TreeMap<>())
                        .putIfAbsent(bundle.size(), recorded.recordedAt());
            }
        }
        List<Recorded<? extends Event>> judged = new ArrayList<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof EntryImported imported) {
                covered(imported.place(), ends)
                        .flatMap(end -> said(recorded.entry())
                                .filter(said -> counts(said.event()) && admits(recorded.entry()))
                                .map(said -> said.learned(imported.place(), said.entry(), end)))
                        .ifPresent(judged::add);
            } else {
                judged.add(recorded);
            }
        }
        return judged;
    }

    private static Optional<Instant> covered(EntryPlace place, Map<String, NavigableMap<Long, Instant>> ends) {
        NavigableMap<Long, Instant> sizes = ends.getOrDefault(place.origin(), new TreeMap<>());
        return Optional.ofNullable(sizes.higherEntry(place.index())).map(Map.Entry::getValue);
    }

    /// What another workspace says of itself (its scope, its sessions, its people) is not said of this one.
    private static boolean counts(Event event) {
        return event instanceof Event.ControlAnswered
                || event instanceof Event.EvidenceRecorded
                || event instanceof Event.EvidenceLinked
                || event instanceof RevisionEvent
                || event instanceof Event.FrameworkAdopted
                || event instanceof ReviewEvent.AnswerSubmitted
                || event instanceof ReviewEvent.AnswerReviewed
                || event instanceof ReviewEvent.AnswerWithdrawn
                || event instanceof ReviewEvent.RiskAccepted
                || event instanceof ReviewEvent.RiskAcceptanceEnded
                || event instanceof DeviationEvent
                || event instanceof ErasureEvent.Erasure
                || event instanceof FleetEvent.HostRunImported
                || event instanceof BundleImported
                || event instanceof ConflictDecided;
    }
}
