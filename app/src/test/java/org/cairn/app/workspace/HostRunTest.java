package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.collectors.CollectionListener;
import org.cairn.collectors.away.AwayRun;
import org.cairn.collectors.away.CollectorKey;
import org.cairn.collectors.host.Commands;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Origin;
import org.cairn.evidence.Refusal;
import org.cairn.proof.authority.Role;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of hosts without a workspace, carried here.
class HostRunTest {
    private static final FixedCollector COLLECTOR = new FixedCollector("network.nftables", "policy drop\n");
    private static final Instant COLLECTED = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path temporary;

    private WorkspaceFixture fixture;
    private Workspace workspace;
    private CollectorKey key;

    @BeforeEach
    void found() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        workspace = fixture.found(COLLECTOR);
        key = CollectorKey.make(temporary.resolve("web01.key"), new SecureRandom());
        enrol(key, Role.COLLECTOR);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private void enrol(CollectorKey asking, Role role) throws Exception {
        Path request = temporary.resolve("request-" + asking.publicKey().keyId().hex());
        Files.write(request, asking.request("Collectors on web01").encode().toByteArray());
        workspace.identities().enrol(EnrolmentRequest.read(request), role, Optional.empty());
    }

    private static HostReader host(String name, Optional<String> machine) {
        return new HostReader(
                Path.of("/nowhere"),
                new HostIdentity(name, "root", new Origin(machine, Optional.empty())),
                command -> new Commands.Answer.Refused(new Refusal(command.text(), Refusal.Why.ABSENT, "none")));
    }

    private static HostReader web01() {
        return host("web01", Optional.of("1".repeat(32)));
    }

    private Path carried(HostReader host, CollectorKey signer, Instant at, String name) throws Exception {
        Path file = temporary.resolve(name);
        new AwayRun(host, InstantSource.fixed(at), signer, "test")
                .run(List.of(COLLECTOR), CollectionListener.silent(), () -> false)
                .write(file);
        return file;
    }

    private Path carried(String name) throws Exception {
        return carried(web01(), key, COLLECTED, name);
    }

    private String refusal(Path file) throws Exception {
        long size = workspace.describe().size();
        String message = String.valueOf(
                assertThrows(WorkspaceException.class, () -> workspace.hosts().take(file))
                        .getMessage());
        assertEquals(size, workspace.describe().size(), "nothing was recorded");
        assertTrue(message.contains(file.getFileName().toString()), message);
        assertTrue(message.contains("Nothing was recorded"), message);
        return message;
    }

    @Test
    void aRunIsRecordedAsEvidenceOfThatHostWithBothTimes() throws Exception {
        ImportedRun run = workspace.hosts().take(carried("web01.run"));
        Evidence evidence = run.evidence().getFirst().evidence();
        assertAll(
                () -> assertEquals("web01", evidence.host()),
                () -> assertEquals(COLLECTED, evidence.observedAt()),
                () -> assertEquals(COLLECTED, run.startedAt()),
                () -> assertTrue(run.receivedAt().isAfter(COLLECTED)),
                () -> assertEquals(
                        1, workspace.artefacts(run.evidence().getFirst().id()).size()),
                () -> assertEquals(List.of(), run.notices()));
        var lines = workspace.log();
        assertEquals("HostRunImported", lines.getLast().kind());
    }

    @Test
    void aFlippedBitAnywhereRefusesAllOfIt() throws Exception {
        Path file = carried("web01.run");
        byte[] sound = Files.readAllBytes(file);
        long size = workspace.describe().size();
        Path changed = temporary.resolve("changed.run");
        for (int at = 0; at < sound.length; at++) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(changed, flipped);
            int position = at;
            assertThrows(
                    WorkspaceException.class,
                    () -> workspace.hosts().take(changed),
                    () -> "byte " + position + " was flipped and nobody noticed");
        }
        assertEquals(size, workspace.describe().size());
        workspace.hosts().take(file);
    }

    @Test
    void whatIsCutOffOrGoesOnIsRefusedByPlace() throws Exception {
        byte[] sound = Files.readAllBytes(carried("web01.run"));
        Path changed = temporary.resolve("changed.run");
        for (int length : new int[] {0, 10, 27, 29, 200, sound.length - 1}) {
            Files.write(changed, Arrays.copyOf(sound, length));
            refusal(changed);
        }
        Files.write(changed, Arrays.copyOf(sound, sound.length + 1));
        assertTrue(refusal(changed).contains("its end"));
        assertTrue(refusal(temporary.resolve("absent.run")).contains("cannot be read"));
    }

    @Test
    void onlyAnEnrolledCollectorInForceMaySpeak() throws Exception {
        CollectorKey strange = CollectorKey.make(temporary.resolve("strange.key"), new SecureRandom());
        assertTrue(refusal(carried(web01(), strange, COLLECTED, "a.run")).contains("not enrolled"));
        enrol(strange, Role.AUDITOR);
        assertTrue(refusal(carried(web01(), strange, COLLECTED, "b.run")).contains("no collector but auditor"));
        Path early = carried("early.run");
        workspace.identities().revoke(key.publicKey().keyId(), IdentityRevoked.Reason.LOST);
        assertTrue(refusal(early).contains("ended with entry"));
    }

    @Test
    void noRunCountsTwiceAndTwoRunsOfOneNumberAreToldApart() throws Exception {
        Path first = carried("first.run");
        workspace.hosts().take(first);
        assertTrue(refusal(first).contains("imported already"));
        Files.writeString(temporary.resolve("web01.key.runs"), "0\n");
        Path again = carried(web01(), key, COLLECTED.plusSeconds(60), "again.run");
        assertTrue(refusal(again).contains("the key is in two places"));
    }

    @Test
    void aKeySpeaksForOneHostAndAHostThroughOneKey() throws Exception {
        workspace.hosts().take(carried("first.run"));
        assertTrue(refusal(carried(host("db01", Optional.empty()), key, COLLECTED, "db.run"))
                .contains("spoke for web01/11111111"));
        CollectorKey other = CollectorKey.make(temporary.resolve("other.key"), new SecureRandom());
        enrol(other, Role.COLLECTOR);
        assertTrue(refusal(carried(web01(), other, COLLECTED, "other.run")).contains("speaks through key"));
        workspace.identities().revoke(key.publicKey().keyId(), IdentityRevoked.Reason.SUPERSEDED);
        workspace.hosts().take(carried(web01(), other, COLLECTED, "renewed.run"));
    }

    /// The fixture's machine is `node1`. It would have two keys, and a run could be put before what it collects itself.
    @Test
    void aRunOfTheMachineThatTheWorkspaceCollectsFromIsRefused() throws Exception {
        workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
        String message = refusal(carried(host("node1", Optional.empty()), key, COLLECTED, "own.run"));
        assertTrue(message.contains("node1 is this machine, which this workspace collects from by itself"), message);
    }

    @Test
    void aClockAheadCountsAsOfNowAndMissingRunsAreNamed() throws Exception {
        carried("kept.run");
        Instant ahead = fixture.clock.instant().plus(Duration.ofDays(400));
        ImportedRun run = workspace.hosts().take(carried(web01(), key, ahead, "ahead.run"));
        assertEquals(List.of(1L), run.missing());
        assertEquals(2, run.notices().size(), run.notices().toString());
        assertTrue(
                run.notices().getFirst().contains("later than now"),
                run.notices().toString());
        assertEquals(
                run.evidence().getFirst().recordedAt(),
                run.evidence().getFirst().observedAt());
        assertEquals(ahead, run.evidence().getFirst().evidence().observedAt());
        ImportedRun late = workspace.hosts().take(temporary.resolve("kept.run"));
        assertEquals(1, late.sequence());
        ImportedRun back = workspace.hosts().take(carried("back.run"));
        assertTrue(
                back.notices().toString().contains("clock went back"),
                back.notices().toString());
    }

    @Test
    void whatWasBroughtIsKeptWithTheHostsSignature() throws Exception {
        Path file = carried("web01.run");
        ImportedRun run = workspace.hosts().take(file);
        HostRunImported event = workspace.log().stream()
                .filter(line -> line.entry() == run.entry())
                .flatMap(line -> line.recorded().as(HostRunImported.class).stream())
                .map(recorded -> recorded.event())
                .findFirst()
                .orElseThrow();
        assertEquals(key.publicKey().keyId(), event.key());
        assertEquals(List.of(run.evidence().getFirst().id()), event.evidence());
        assertEquals(1, event.sequence());
    }

    @Test
    void aPackShowsWhatTheHostSignedUnlessAPieceOfItIsHeldBack() throws Exception {
        ImportedRun run = workspace.hosts().take(carried("web01.run"));
        assertEquals(List.of(), notes(run, Set.of()));
        String note = notes(run, Set.of(run.evidence().getFirst().id())).getFirst();
        assertTrue(note.contains("what the host signed is not in the pack"), note);
    }

    /// What the verifier notes of a pack that holds the run's evidence, or holds it back.
    private List<String> notes(ImportedRun run, Set<EvidenceId> withheld) throws Exception {
        Path pack = temporary.resolve("pack" + withheld.size() + ".zip");
        workspace.pack(new PackRequest(new FrameworkId("dora"), "full", pack, withheld), Progress.silent());
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertNotNull(zip.getEntry("ledger/entries/" + run.entry() + ".json"));
            assertEquals(withheld.isEmpty(), zip.getEntry("texts/" + run.entry() + "-host-run.txt") != null);
        }
        Report report = PackVerification.verify(pack);
        assertEquals(List.of(), report.defects());
        return report.notes();
    }
}
