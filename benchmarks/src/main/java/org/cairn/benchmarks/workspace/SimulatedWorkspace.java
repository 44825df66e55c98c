package org.cairn.benchmarks.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Founding;
import org.cairn.app.workspace.Frameworks;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.EventTooLarge;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.KeyringWrap;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;

/// Founds a workspace through the product's own use case and fills its ledger. What happens follows from the seed;
/// keys,
/// salts and with them the bytes are new every time.
final class SimulatedWorkspace {
    /// Signed on all processors, then appended together.
    private static final int GROUP = 8192;

    private SimulatedWorkspace() {}

    /// @param requirements of frameworks that the organisation brings itself; none where 0
    static void make(Path root, Path dir, long entries, int requirements, long seed, Passphrase passphrase)
            throws Exception {
        Knowledge knowledge = Knowledge.builtIn();
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                Clock.fixed(SimulatedEvents.START, ZoneOffset.UTC),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                List.of(),
                knowledge,
                SimulatedEvents.VERSION);
        Catalogue catalogue;
        try (Workspace workspace =
                Workspace.found(dir, Founding.of("Simulated", "Simulated Person"), passphrase, environment)) {
            bring(workspace.frameworks(), requirements);
            catalogue = workspace.frameworks().library().catalogue();
        }
        try (Keyring keys = Keyring.open(dir.resolve("keys"), PassphraseUnlock.of(passphrase), environment.clock());
                Ledger ledger = Ledger.openForWriting(dir.resolve("ledger"), keys.log())) {
            EvidenceVault vault = new EvidenceVault(
                    dir.resolve("evidence"),
                    dir.resolve("keys").resolve("payload"),
                    new KeyringWrap(keys),
                    new SecureRandom());
            SimulatedEvidence evidence = SimulatedEvidence.of(root, knowledge.checks(), vault);
            SimulatedEvents events = SimulatedEvents.of(seed, entries - ledger.size(), catalogue, evidence, vault);
            fill(ledger, keys, entries, events);
        }
    }

    /// As a person imports them: every table planned, then recorded.
    private static void bring(Frameworks frameworks, int requirements) throws Exception {
        Path folder = Files.createTempDirectory("cairn-tables");
        List<Path> tables = new ArrayList<>();
        try {
            if (requirements > 0) {
                List<String> controls = frameworks.library().catalogue().controls().stream()
                        .map(control -> control.id().value())
                        .toList();
                tables.addAll(new GeneratedTables(requirements).write(folder, controls));
            }
            for (Path table : tables) {
                frameworks.record(frameworks.plan(table, Optional.empty(), List.of()));
            }
        } finally {
            for (Path table : tables) {
                Files.delete(table);
            }
            Files.delete(folder);
        }
    }

    private static void fill(Ledger ledger, Keyring keys, long entries, SimulatedEvents events) throws Exception {
        EntrySigner person = keys.person();
        EntrySigner collector = keys.collector();
        while (ledger.size() < entries) {
            List<SimulatedEvents.Draft> group = new ArrayList<>();
            // the first group ends with a bundle, so that every later one fills whole bundles
            long count = Math.min(GROUP - ledger.size() % 256, entries - ledger.size());
            while (group.size() < count) {
                group.add(events.next());
            }
            ledger.appendAll(group.parallelStream()
                    .map(draft -> sign(draft, draft.byCollector() ? collector : person))
                    .toList());
        }
    }

    private static Bytes sign(SimulatedEvents.Draft draft, EntrySigner signer) {
        try {
            return signer.sign(EventCodec.PAYLOAD_TYPE, EventCodec.encode(draft.draft()))
                    .encode();
        } catch (EventTooLarge e) {
            throw new IllegalStateException("simulated events are small", e);
        }
    }
}
