package org.cairn.app.workspace;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RawBytes;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.codec.MalformedEvidence;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.Intake;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.replay.EntryHeader;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Recorded evidence: what the ledger names and the vault holds. Safe for any thread.
final class EvidenceShelf {
    private final EventLog log;
    private final EvidenceVault vault;
    private final EntryFinder finder;
    private final Imports imports;
    private final Map<EvidenceId, Long> entries = new LinkedHashMap<>();
    private long seen;

    private final Set<String> damaged = ConcurrentHashMap.newKeySet();

    /// What is in memory already, as long as there is room for it.
    private final Map<EvidenceId, SoftReference<Opened>> opened = new ConcurrentHashMap<>();

    private record Opened(RecordedEvidence recorded, EvidenceManifest manifest) {}

    EvidenceShelf(EventLog log, EntryFinder finder, Imports imports, EvidenceVault vault) {
        this.imports = imports;
        this.log = log;
        this.finder = finder;
        this.vault = vault;
    }

    /// Stores raw bytes and manifest durably, and only then appends the entry that names them.
    RecordedEvidence record(CollectionResult result, EntrySigner signer) throws WorkspaceException {
        return recorded(store(result, result.evidence().observedAt()), signer);
    }

    /// As above, where the raw bytes are stored already.
    RecordedEvidence record(Evidence evidence, List<RawPayload> raw, EntrySigner signer) throws WorkspaceException {
        try {
            return recorded(event(evidence, raw, evidence.observedAt()), signer);
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private RecordedEvidence recorded(EvidenceRecorded event, EntrySigner signer) throws WorkspaceException {
        log.record(event, Optional.of(event.observedAt()), signer);
        return find(event.id())
                .orElseThrow(() -> new IllegalStateException("evidence " + event.id() + " was just recorded"));
    }

    /// Stores raw bytes and manifest durably, and says what is to be appended.
    /// @param latest what was observed later, by a clock that runs ahead, counts as of then
    EvidenceRecorded store(CollectionResult result, Instant latest) throws WorkspaceException {
        try {
            return event(result.evidence(), store(result.evidence(), result.raw()), latest);
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    /// As above, of one source that was taken in piece by piece.
    EvidenceRecorded store(Evidence evidence, Intake taken) throws WorkspaceException {
        try {
            return event(evidence, List.of(new RawPayload(0, vault.keep(taken))), evidence.observedAt());
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }

    private EvidenceRecorded event(Evidence evidence, List<RawPayload> raw, Instant latest) throws VaultException {
        PayloadRef manifest = vault.put(EvidenceCodec.encodeManifest(new EvidenceManifest(evidence, raw)));
        return new EvidenceRecorded(
                new EvidenceId(manifest.stored()),
                evidence.collector(),
                evidence.version(),
                evidence.observedAt().isAfter(latest) ? latest : evidence.observedAt(),
                manifest,
                evidence.sources().size(),
                evidence.refusals().size());
    }

    /// All that can be opened, oldest first.
    List<RecordedEvidence> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    boolean knows(EvidenceId id) {
        return entry(id).isPresent();
    }

    /// Empty if the ledger does not name it, or it was erased, or what is stored is not what was recorded.
    Optional<RecordedEvidence> find(EvidenceId id) {
        try {
            return Optional.of(open(id).recorded());
        } catch (WorkspaceException e) {
            if (e.kind() == Kind.DAMAGED) {
                damaged.add("Evidence " + id.shortForm() + " is not what was recorded: " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    List<Artefact> artefacts(EvidenceId id) throws WorkspaceException {
        Opened evidence = open(id);
        return evidence.manifest().raw().stream()
                .map(raw ->
                        new Artefact(evidence.manifest().evidence().sources().get(raw.source()), raw.payload()))
                .toList();
    }

    /// Keeps nothing of what was opened: some of it was erased.
    void forget() {
        opened.clear();
    }

    /// Evidence whose stored bytes were found to be other than what was recorded, since this workspace was opened.
    List<String> damaged() {
        return List.copyOf(damaged);
    }

    private Opened open(EvidenceId id) throws WorkspaceException {
        SoftReference<Opened> cached = opened.get(id);
        Opened evidence = cached == null ? null : cached.get();
        if (evidence != null) {
            return evidence;
        }
        Recorded<EvidenceRecorded> entry = entry(id)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_EVIDENCE,
                        "no evidence " + id.shortForm() + " is recorded here; `cairn log` shows what is"));
        Opened read = read(entry);
        opened.put(id, new SoftReference<>(read));
        return read;
    }

    private Opened read(Recorded<EvidenceRecorded> entry) throws WorkspaceException {
        EvidenceRecorded event = entry.event();
        try {
            EvidenceManifest manifest = EvidenceCodec.decodeManifest(vault.get(event.manifest()));
            RecordedEvidence recorded = new RecordedEvidence(
                    event.id(), entry.entry(), entry.recordedAt(), event.manifest(), manifest.evidence());
            return new Opened(recorded, manifest);
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        } catch (MalformedEvidence e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    "entry " + entry.entry() + ": the evidence it names is not as this version writes it: "
                            + e.getMessage(),
                    e);
        }
    }

    private List<RawPayload> store(Evidence evidence, List<RawBytes> raw) throws VaultException {
        List<Bytes> contents = raw.stream().map(RawBytes::content).toList();
        List<PayloadRef> stored = vault.putAll(contents);
        List<RawPayload> kept = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            RawBytes bytes = raw.get(i);
            int source = evidence.sources().indexOf(bytes.source());
            if (source < 0
                    || !Digest.sha256(bytes.content()).equals(bytes.source().sha256())) {
                throw new IllegalStateException(evidence.collector() + " gave raw bytes that are not those of "
                        + bytes.source().location());
            }
            kept.add(new RawPayload(source, stored.get(i)));
        }
        return kept;
    }

    /// The entry of each piece of evidence, oldest first.
    private synchronized List<EvidenceId> ids() {
        catchUp();
        Map<EvidenceId, Long> all = new LinkedHashMap<>(imports.evidence());
        all.putAll(entries);
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized Optional<Recorded<EvidenceRecorded>> entry(EvidenceId id) {
        catchUp();
        Optional<Long> entry = Optional.ofNullable(entries.get(id));
        Optional<Recorded<? extends Event>> recorded =
                entry.isPresent() ? log.event(entry.get()) : imports.entryOf(id).flatMap(imports::said);
        return recorded.flatMap(each -> each.as(EvidenceRecorded.class));
    }

    private void catchUp() {
        long size = finder.size();
        for (long entry : finder.entriesFrom(EvidenceRecorded.class, seen)) {
            finder.header(entry)
                    .flatMap(EntryHeader::reference)
                    .ifPresent(stored -> entries.put(new EvidenceId(stored), entry));
        }
        seen = size;
    }
}
