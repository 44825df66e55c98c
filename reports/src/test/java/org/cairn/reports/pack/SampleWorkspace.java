package org.cairn.reports.pack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventTooLarge;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Source;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.KeyringWrap;
import org.cairn.frameworks.CatalogueFiles;
import org.cairn.frameworks.Language;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.authority.Role;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.reports.oscal.OscalDocuments;
import org.cairn.reports.oscal.OscalModel;
import org.cairn.reports.pack.PackContent.EvidenceFolder;
import org.cairn.reports.pack.PackContent.Identity;
import org.cairn.reports.pack.PackContent.LedgerExtract;
import org.cairn.reports.pack.PackContent.ProvedEntry;
import org.cairn.reports.pack.PackContent.Text;
import org.cairn.reports.pack.PackContent.Withheld;
import org.cairn.reports.pack.PackContent.WitnessedState;
import org.cairn.reports.sign.DocumentSigning;
import org.cairn.reports.sign.LocalAuthority;
import org.cairn.reports.sign.TimeStampAuthority;
import org.cairn.verifier.VerifyPage;

/// A small workspace with real keys, a real ledger and real payloads, and the packs it gives.
final class SampleWorkspace implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final ControlId CONTROL = new ControlId("LOG-1");

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring;
    private final Ledger ledger;
    private final EvidenceVault vault;
    private final List<EvidenceFolder> evidence = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>();
    private final Bytes framework;
    private final long adopted;
    /// The checkpoint before the evidence was recorded.
    private final SignedNote early;

    SampleWorkspace(Path folder) throws Exception {
        try (Passphrase passphrase = Passphrase.of("correct horse battery staple".toCharArray())) {
            keyring = Keyring.create(
                    folder.resolve("keys"), passphrase, "acme.example/cairn", "Anna", random, InstantSource.fixed(NOW));
        }
        ledger = Ledger.create(folder.resolve("ledger"), "acme.example/cairn", keyring.log());
        vault = new EvidenceVault(
                folder.resolve("evidence"), folder.resolve("payload-keys"), new KeyringWrap(keyring), random);
        framework = CatalogueFiles.builtIn().read("dora/framework.json").orElseThrow();
        founding();
        adopted = record(
                new Event.FrameworkAdopted(new FrameworkId("dora"), "2022/2554", Digest.sha256(framework)),
                keyring.person());
        early = ledger.checkpoint();
        evidence("/etc/audit/auditd.conf", "max_log_file = 8\n");
        evidence("nft -j list ruleset; ../../etc/passwd", "{\"nftables\":[]}\n");
        answer();
        record(new WitnessEvent.WitnessTrusted("anna", keyring.witness().keys()), keyring.person());
        record(new WitnessEvent.WitnessPolicySet(List.of("anna"), 1), keyring.person());
    }

    private void founding() throws Exception {
        PayloadRef organisation = vault.put(Bytes.utf8("Acme"));
        texts.add(new Text(
                record(new Event.WorkspaceFounded(1, "acme.example/cairn", organisation), keyring.person()),
                "organisation",
                organisation));
        enrol(keyring.person(), Role.ADMINISTRATOR, "Anna");
        enrol(keyring.collector(), Role.COLLECTOR, "Collectors on db1");
    }

    private void enrol(EntrySigner key, Role role, String name) throws Exception {
        PayloadRef ref = vault.put(Bytes.utf8(name));
        long entry = record(
                new Event.IdentityEnrolled(key.keyId(), key.spki(), role, Optional.empty(), ref), keyring.person());
        texts.add(new Text(entry, "name", ref));
        identities.add(new Identity(key.keyId(), key.spki(), role, entry));
    }

    EvidenceFolder evidence(String location, String content) throws Exception {
        Bytes raw = Bytes.utf8(content);
        var source = new Source(location, Source.How.FILE, NOW, Digest.sha256(raw), raw.size());
        var observed = new Evidence(
                new CollectorId("process.audit"),
                1,
                "db1",
                "root",
                NOW,
                List.of(source),
                new TreeMap<>(),
                List.of(),
                List.of());
        PayloadRef artefact = vault.put(raw);
        PayloadRef manifest = vault.put(
                EvidenceCodec.encodeManifest(new EvidenceManifest(observed, List.of(new RawPayload(0, artefact)))));
        var id = new EvidenceId(manifest.stored());
        long entry = record(
                new Event.EvidenceRecorded(id, observed.collector(), 1, NOW, manifest, 1, 0), keyring.collector());
        evidence.add(new EvidenceFolder(
                id,
                entry,
                "Audit configuration",
                List.of(CONTROL),
                manifest,
                List.of(new EvidenceFolder.Artefact(0, source, artefact))));
        return evidence.getLast();
    }

    PayloadRef put(Bytes content) throws Exception {
        return vault.put(content);
    }

    /// Takes over run `sequence` of another host, whose key is that of the collectors.
    /// @return the entry
    long hostRun(long sequence, List<EvidenceFolder> pieces, PayloadRef signed) throws Exception {
        return record(
                new FleetEvent.HostRunImported(
                        keyring.collector().keyId(),
                        sequence,
                        NOW,
                        NOW,
                        signed,
                        pieces.stream().map(EvidenceFolder::id).toList(),
                        List.of()),
                keyring.person());
    }

    /// @return the entry
    long byPerson(Event event) throws Exception {
        return record(event, keyring.person());
    }

    /// Puts a text of an entry into the pack.
    void show(Text text) {
        texts.add(text);
    }

    void revokeTheCollector() throws Exception {
        record(
                new IdentityEvent.IdentityRevoked(
                        keyring.collector().keyId(), IdentityEvent.IdentityRevoked.Reason.LOST),
                keyring.person());
    }

    EntrySigner collector() {
        return keyring.collector();
    }

    EntrySigner person() {
        return keyring.person();
    }

    private void answer() throws Exception {
        PayloadRef note = vault.put(Bytes.utf8("Rotated weekly, kept a year."));
        PayloadRef owner = vault.put(Bytes.utf8("Bruno"));
        Event answered = new Event.ControlAnswered(
                CONTROL,
                AnswerStatus.MET,
                Digest.sha256(Bytes.utf8("text")),
                Optional.of(note),
                Optional.empty(),
                Optional.of(owner),
                Optional.empty(),
                Optional.empty(),
                List.of(evidence.getFirst().id()));
        long entry = record(answered, keyring.person());
        texts.add(new Text(entry, "note", note));
        withheld.add(new Withheld(entry, "the owner of " + CONTROL, "personal data", owner));
    }

    private long record(Event event, EntrySigner signer) throws EventTooLarge, LedgerException {
        Bytes payload = EventCodec.encode(EventDraft.now(NOW, event));
        return ledger.append(signer.sign(EventCodec.PAYLOAD_TYPE, payload).encode());
    }

    PackContent content() throws LedgerException, PackException, KeyException {
        return content(Language.EN);
    }

    PackContent content(Language language) throws LedgerException, PackException, KeyException {
        SignedNote checkpoint = ledger.checkpoint();
        long size = ledger.size();
        List<ProvedEntry> entries = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            entries.add(new ProvedEntry(ledger.entry(i), ledger.inclusionProof(i, size)));
        }
        Bytes report = documents().report();
        List<PackContent.Document> documents = new ArrayList<>(oscal());
        documents.add(PackContent.statement(report));
        return new PackContent(
                new PackContent.Head(
                        "DORA-2026-11-21-0001",
                        PackKind.FULL,
                        "Acme",
                        NOW,
                        "0.1.0",
                        new ShownState(NOW, NOW, ShownState.KnownBy.EVERYTHING, size),
                        language),
                new PackContent.FrameworkData(new FrameworkId("dora"), "2022/2554", framework, adopted),
                report,
                documents().workbook(),
                new LedgerExtract(
                        checkpoint,
                        keyring.log().keys().get(0),
                        keyring.log().keys().get(1),
                        entries,
                        WitnessPolicy.of(
                                keyring.log().keys(),
                                List.of(new WitnessPolicy.Party(
                                        "anna", keyring.witness().keys(), 2)),
                                1),
                        List.of(witnessed(3, checkpoint))),
                evidence,
                texts,
                withheld,
                List.of(),
                documents,
                identities,
                new PackCertificates(
                        keyring.documents().chain(), keyring.authority().revocationList(InstantSource.fixed(NOW))));
    }

    /// What a pack says of itself in OSCAL; a small one.
    private static List<PackContent.Document> oscal() {
        return OscalDocuments.of(new OscalModel(
                SamplePack.resting(1),
                List.of(),
                List.of(),
                PackContent.frameworkFile(new FrameworkId("dora")),
                "0.1.0"));
    }

    Instant now() {
        return NOW;
    }

    /// The state of `size` entries, cosigned the day before the pack was made.
    private WitnessedState witnessed(long size, SignedNote checkpoint) {
        SignedNote note = cosigned(size, ledger.root(size));
        try {
            return new WitnessedState(
                    note,
                    new CheckpointRequest(
                            size,
                            ledger.consistencyProof(size, ledger.size()).path(),
                            checkpoint,
                            Checkpoint.parse(checkpoint.text())));
        } catch (MalformedNote e) {
            throw new IllegalStateException(e);
        }
    }

    /// Any state, signed by the log and by the witness.
    SignedNote cosigned(long size, Digest root) {
        Checkpoint at = new Checkpoint(keyring.publicKeys().origin(), size, root);
        SignedNote note = keyring.log().sign(at);
        for (NoteSignature line : keyring.witness().cosign(at, NOW.minus(Duration.ofDays(1)))) {
            note = note.with(line);
        }
        return note;
    }

    private SampleDocuments documents() {
        return new SampleDocuments(keyring.documents(), Optional.empty(), NOW);
    }

    /// The report with a time stamp beside its signature.
    /// @param stamped what the authority stamps in place of the digest it is given
    Bytes stampedReport(UnaryOperator<Digest> stamped) throws PackException {
        TimeStampAuthority authority = LocalAuthority.of(keyring.timeStamps(), NOW);
        return new SampleDocuments(
                        keyring.documents(), Optional.of(digest -> authority.token(stamped.apply(digest))), NOW)
                .report();
    }

    /// The same, with time stamps by the workspace's own authority.
    PackContent stampedContent(Language language) throws Exception {
        PackContent plain = content(language);
        return new PackContent(
                plain.head(),
                plain.framework(),
                plain.report(),
                plain.workbook(),
                plain.ledger(),
                plain.evidence(),
                plain.texts(),
                plain.withheld(),
                plain.erased(),
                plain.documents(),
                plain.identities(),
                plain.certificates().stampedUnder(keyring.documents().root()));
    }

    PackWriter stampingWriter() {
        var authority = LocalAuthority.of(keyring.timeStamps(), NOW);
        PackSigner plain = signer();
        PackSigner stamping = new PackSigner() {
            @Override
            public Bytes cms(Bytes sums) throws PackException {
                return plain.cms(sums);
            }

            @Override
            public Optional<Bytes> timeStamp(Bytes cms) throws PackException {
                return new DocumentSigning(keyring.documents(), Optional.of(authority)).timeStamp(cms);
            }

            @Override
            public Bytes ed25519(Bytes sums) throws PackException {
                return plain.ed25519(sums);
            }

            @Override
            public Bytes mlDsa44(Bytes sums) throws PackException {
                return plain.mlDsa44(sums);
            }
        };
        return new PackWriter(payloads(), stamping, VerifyPage.bytes());
    }

    PackWriter writer() {
        return new PackWriter(payloads(), signer(), VerifyPage.bytes());
    }

    PayloadReader payloads() {
        return PayloadReader.of(vault);
    }

    PackSigner signer() {
        return new PackSigner() {
            @Override
            public Bytes cms(Bytes sums) throws PackException {
                return documents().cms(sums);
            }

            @Override
            public Bytes ed25519(Bytes sums) {
                return keyring.signDetachedEd25519(sums);
            }

            @Override
            public Bytes mlDsa44(Bytes sums) {
                return keyring.signDetachedMlDsa44(sums);
            }
        };
    }

    SignedNote early() {
        return early;
    }

    @Override
    public void close() throws LedgerException {
        ledger.close();
        keyring.close();
    }
}
