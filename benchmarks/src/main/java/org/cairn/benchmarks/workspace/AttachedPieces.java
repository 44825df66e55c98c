package org.cairn.benchmarks.workspace;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventTooLarge;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.EventDraft;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Source;
import org.cairn.evidence.codec.EvidenceCodec;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.KeyringWrap;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// A workspace for packs with much evidence: so many attachments of so many bytes, each linked to one control. Every
/// eighth is text as a log is, the others cannot be compressed.
/// @param clock  of the whole workspace
/// @param pieces how many
/// @param bytes  of each
public record AttachedPieces(Clock clock, int pieces, int bytes) {
    private static final int GROUP = 64;

    /// Founds the workspace under DORA and fills it; the bytes that are attached follow from the seed.
    public void make(Path dir, long seed, Passphrase passphrase) throws Exception {
        Knowledge knowledge = Knowledge.builtIn();
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                clock, new SecureRandom(), HostReader.ofThisMachine(), List.of(), knowledge, SimulatedEvents.VERSION);
        Founding founding = new Founding(
                "Simulated", Optional.empty(), List.of(), "", List.of(new FrameworkId("dora")), "Simulated Person");
        Workspace.found(dir, founding, passphrase, environment).close();
        List<ControlId> controls = knowledge.library().catalogue().controls().stream()
                .map(control -> control.id())
                .toList();
        try (Keyring keys = Keyring.open(dir.resolve("keys"), PassphraseUnlock.of(passphrase), clock);
                Ledger ledger = Ledger.openForWriting(dir.resolve("ledger"), keys.log())) {
            EvidenceVault vault = new EvidenceVault(
                    dir.resolve("evidence"),
                    dir.resolve("keys").resolve("payload"),
                    new KeyringWrap(keys),
                    new SecureRandom());
            Random random = new Random(seed);
            for (int from = 0; from < pieces; from += GROUP) {
                List<Bytes> entries = new ArrayList<>();
                for (EvidenceRecorded piece : group(from, random, vault)) {
                    entries.add(sign(piece, keys.person()));
                    ControlId control = controls.get((from + entries.size() / 2) % controls.size());
                    entries.add(sign(new Event.EvidenceLinked(piece.id(), control), keys.person()));
                }
                ledger.appendAll(entries);
            }
        }
    }

    private List<EvidenceRecorded> group(int from, Random random, EvidenceVault vault) throws Exception {
        List<Bytes> contents = new ArrayList<>();
        for (int i = from; i < Math.min(from + GROUP, pieces); i++) {
            contents.add(i % 8 == 0 ? log(random) : noise(random));
        }
        List<PayloadRef> raw = vault.putAll(contents);
        List<Evidence> described = new ArrayList<>();
        List<Bytes> manifests = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Evidence evidence = describe(from + i, contents.get(i), clock.instant());
            described.add(evidence);
            manifests.add(EvidenceCodec.encodeManifest(
                    new EvidenceManifest(evidence, List.of(new RawPayload(0, raw.get(i))))));
        }
        List<PayloadRef> stored = vault.putAll(manifests);
        List<EvidenceRecorded> events = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            EvidenceId id = new EvidenceId(stored.get(i).stored());
            events.add(new EvidenceRecorded(
                    id, EvidenceByHand.COLLECTOR, 1, described.get(i).observedAt(), stored.get(i), 1, 0));
        }
        return events;
    }

    private static Evidence describe(int number, Bytes content, Instant now) {
        String name = String.format(Locale.ROOT, "piece-%05d.log", number);
        var facts = new TreeMap<String, String>();
        facts.put(EvidenceByHand.TITLE, "Simulated piece " + number);
        facts.put("file-name", name);
        Source source = new Source("/simulated/" + name, Source.How.FILE, now, Digest.sha256(content), content.size());
        return new Evidence(
                EvidenceByHand.COLLECTOR, 1, "simulated", "person", now, List.of(source), facts, List.of(), List.of());
    }

    private Bytes noise(Random random) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return Bytes.copyOf(content);
    }

    private Bytes log(Random random) {
        var text = new StringBuilder(bytes + 200);
        while (text.length() < bytes) {
            text.append("type=SYSCALL msg=audit(17")
                    .append(random.nextInt(100_000_000))
                    .append(".")
                    .append(random.nextInt(1000))
                    .append("): arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c a1=")
                    .append(Long.toHexString(random.nextLong()))
                    .append(" items=1 ppid=812 pid=")
                    .append(random.nextInt(30_000))
                    .append(" comm=\"inference\" exe=\"/usr/bin/inference\"\n");
        }
        text.setLength(bytes);
        return Bytes.utf8(text.toString());
    }

    private Bytes sign(Event event, EntrySigner signer) {
        Instant now = clock.instant();
        try {
            return signer.sign(
                            EventCodec.PAYLOAD_TYPE,
                            EventCodec.encode(new EventDraft<>(now, now, Optional.empty(), event)))
                    .encode();
        } catch (EventTooLarge e) {
            throw new IllegalStateException("simulated events are small", e);
        }
    }
}
