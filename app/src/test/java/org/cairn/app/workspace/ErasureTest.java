package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.event.ErasureEvent.EvidenceErased;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.ledger.key.Keyring;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Role;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people destroy what was recorded; whoever looks afterwards finds nothing of it, and all proofs hold.
class ErasureTest {
    private static final ControlId CONTROL = TwoPeople.CONTROL;
    private static final ControlId ROUTES = new ControlId("NET-5");
    private static final FrameworkId DORA = new FrameworkId("dora");
    private static final Item LOCAL_ROUTE = Item.of(Map.of(
            "family", "ipv4", "table", "main", "default", "no", "type", "unicast", "gateway", "", "device", "eth0"));

    @TempDir
    private Path temporary;

    private TwoPeople people;
    private String marker;

    @BeforeEach
    void prepare() throws Exception {
        people = new TwoPeople(temporary);
        people.enrolBen(Role.REVIEWER);
        marker = "Mk" + new BigInteger(120, new SecureRandom()).toString(36);
    }

    @Test
    void nothingIsDestroyedBeforeASecondPersonApprovesAndThenKeyAndBytesAreGone() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            EvidenceId id = attach(acme);
            List<Path> files = files(acme, id);
            assertEquals(4, files.size());
            Proposal proposal = acme.proposeErasure(request(new Target.Evidence(id)));
            WorkspaceException alone = assertThrows(
                    WorkspaceException.class, () -> acme.proposals().approve(proposal));
            assertEquals(Kind.NOT_ALLOWED, alone.kind());
            assertTrue(files.stream().allMatch(Files::exists), "nothing destroyed yet");
            assertEquals(1, acme.artefacts(id).size());

            long erased = approve(acme, proposal);
            assertEquals(List.of(), files.stream().filter(Files::exists).toList());
            assertEquals(List.of(), acme.evidence());
            WorkspaceException gone = assertThrows(WorkspaceException.class, () -> acme.artefacts(id));
            assertTrue(String.valueOf(gone.getMessage()).contains("was erased"), gone.getMessage());
            WorkspaceException again =
                    assertThrows(WorkspaceException.class, () -> acme.proposeErasure(request(new Target.Evidence(id))));
            assertTrue(String.valueOf(again.getMessage()).contains("by entry " + erased), again.getMessage());
        }
        Verification verification = Workspace.verify(people.anna.folder);
        assertInstanceOf(Verdict.Intact.class, verification.verdict(), verification.toString());
        assertTrue(verification.checked().contains("erased payloads: 2, of none is a key or a byte left"));
    }

    @Test
    void noFormOfAnErasedTextIsInTheFolderALaterBackupOrALaterPack() throws Exception {
        Path before = people.stick("before.zip");
        Path after = people.stick("after.zip");
        Path backup = people.stick("backup.zip");
        Path keys = people.stick("keys.zip");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            EvidenceId id = attach(acme);
            long answer = acme.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)
                    .withNote("note " + marker)
                    .withOwner("owner " + marker)
                    .withEvidence(List.of(id)));
            pack(acme, before, AsOf.now());
            erase(acme, new Target.Evidence(id));
            erase(acme, new Target.TextsOf(answer));
            assertEquals(Optional.empty(), acme.history(CONTROL).getLast().note());
            pack(acme, after, AsOf.now());
            acme.backUp(backup, Optional.of(keys));
        }
        List<String> control = MarkerScan.places(before, marker);
        for (String place : List.of("!evidence/", "!texts/", "page text of", "workbook.xlsx!")) {
            assertTrue(control.stream().anyMatch(found -> found.contains(place)), place + " in " + control);
        }
        assertEquals(List.of(), MarkerScan.places(people.anna.folder, marker));
        assertEquals(List.of(), MarkerScan.places(after, marker));
        assertEquals(List.of(), MarkerScan.places(backup, marker));
        assertEquals(List.of(), MarkerScan.places(keys, marker));
        Workspace.restore(backup, keys, temporary.resolve("restored"), people.anna.environment());
        assertEquals(List.of(), MarkerScan.places(temporary.resolve("restored"), marker));
        assertInstanceOf(
                Verdict.Intact.class, Workspace.verify(people.anna.folder).verdict());
    }

    @Test
    void theScanFindsEveryFormItLooksFor() throws Exception {
        for (String padding : List.of("", "x", "xy")) {
            byte[] content = (padding + marker + padding).getBytes(StandardCharsets.UTF_8);
            assertFalse(MarkerScan.forms(marker, content).isEmpty());
            assertFalse(
                    MarkerScan.forms(marker, Base64.getEncoder().encode(content))
                            .isEmpty(),
                    "base64");
            byte[] hex = HexFormat.of().formatHex(content).getBytes(StandardCharsets.UTF_8);
            assertFalse(MarkerScan.forms(marker, hex).isEmpty(), "hex");
            byte[] wide = (padding + marker).getBytes(StandardCharsets.UTF_16LE);
            assertFalse(MarkerScan.forms(marker, wide).isEmpty(), "UTF-16LE");
            assertFalse(
                    MarkerScan.forms(marker, Base64.getEncoder().encode(wide)).isEmpty(), "base64 of UTF-16LE");
            assertFalse(MarkerScan.forms(marker, (padding + marker).getBytes(StandardCharsets.UTF_16BE))
                    .isEmpty());
        }
    }

    @Test
    void packsMadeBeforeAndAfterBothVerifyAndTheLaterOneShowsTheItemAsErased() throws Exception {
        Path before = people.stick("before.zip");
        Path after = people.stick("after.zip");
        EvidenceId id;
        long erased;
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            id = attach(acme);
            pack(acme, before, AsOf.now());
            erased = erase(acme, new Target.Evidence(id));
            pack(acme, after, AsOf.now());
        }
        assertEquals(List.of(), PackVerification.verify(before).defects());
        assertEquals(List.of(), PackVerification.verify(after).defects());
        assertEquals(List.of(), erasedIn(before));
        JsonObject item = erasedIn(after).getFirst();
        assertEquals(1, erasedIn(after).size());
        assertEquals(Optional.of(Json.number(erased)), item.member("erasedBy"));
        assertTrue(item.text("reason").contains("GDPR Art. 17(1)(b)"), item.toString());
        List<String> shown = MarkerScan.places(after, id.shortForm());
        assertTrue(shown.stream().anyMatch(place -> place.contains("workbook.xlsx!")), shown.toString());
        assertTrue(shown.stream().anyMatch(place -> place.contains("page text of")), shown.toString());
    }

    @Test
    void aPackThatSaysErasedWithoutTheEntryThatErasedItIsBroken() throws Exception {
        Path after = people.stick("after.zip");
        Path tampered = people.stick("tampered.zip");
        long erased;
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            erased = erase(acme, new Target.Evidence(attach(acme)));
            pack(acme, after, AsOf.now());
        }
        Map<String, byte[]> members = members(after);
        members.keySet()
                .removeIf(name -> name.startsWith("ledger/entries/" + erased + ".")
                        || name.startsWith("ledger/proofs/" + erased + "."));
        write(tampered, members);
        List<Defect> defects = PackVerification.verify(tampered).defects();
        String claim = "is said to be erased by entry " + erased + ", and not both entries are in the pack";
        assertTrue(defects.stream().anyMatch(defect -> defect.problem().equals(claim)), defects.toString());

        Map<String, byte[]> other = members(after);
        String manifest = new String(other.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        other.put(
                "manifest.json",
                manifest.replace("\"erasedBy\":" + erased, "\"erasedBy\":0").getBytes(StandardCharsets.UTF_8));
        write(tampered, other);
        assertTrue(
                PackVerification.verify(tampered).defects().stream()
                        .anyMatch(defect -> defect.problem().startsWith("does not erase what entry")),
                "another entry erases nothing");
    }

    @Test
    void whatACrashLeftIsNamedByAVerificationAndDestroyedAtTheNextOpening() throws Exception {
        Map<Path, byte[]> left = new LinkedHashMap<>();
        EvidenceId id;
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            id = attach(acme);
            for (Path file : files(acme, id)) {
                left.put(file, Files.readAllBytes(file));
            }
            erase(acme, new Target.Evidence(id));
        }
        for (Map.Entry<Path, byte[]> file : left.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        Verdict.Broken broken = assertInstanceOf(
                Verdict.Broken.class, Workspace.verify(people.anna.folder).verdict());
        for (Path file : left.keySet()) {
            String name = people.anna.folder.relativize(file).toString();
            assertTrue(
                    broken.defects().stream().anyMatch(defect -> defect.file().equals(name)), name + " in " + broken);
        }
        try (Workspace acme = people.anna.open(Access.READ)) {
            assertEquals(List.of(), acme.evidence());
            assertThrows(WorkspaceException.class, () -> acme.artefacts(id));
        }
        people.anna.open(Access.WRITE).close();
        assertEquals(List.of(), left.keySet().stream().filter(Files::exists).toList());
        assertInstanceOf(
                Verdict.Intact.class, Workspace.verify(people.anna.folder).verdict());
    }

    @Test
    void aPersonsNameIsErasedAndTheirSignaturesStillVerify() throws Exception {
        Path pack = people.stick("after.zip");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            long enrolment = acme.log().stream()
                    .filter(line -> line.kind().equals("IdentityEnrolled"))
                    .toList()
                    .getLast()
                    .entry();
            assertEquals("Ben Okafor", acme.identities().all().getLast().name());
            erase(acme, new Target.TextsOf(enrolment));
            IdentityLine line = acme.identities().all().getLast();
            assertEquals(line.key().hex().substring(0, 12), line.name());
            pack(acme, pack, AsOf.now());
        }
        assertEquals(List.of(), MarkerScan.places(people.anna.folder, "Ben Okafor"));
        assertEquals(List.of(), MarkerScan.places(pack, "Ben Okafor"));
        assertEquals(List.of(), MarkerScan.places(pack, "BenOkafor"));
        assertEquals(List.of(), PackVerification.verify(pack).defects());
        assertEquals(1, erasedIn(pack).size());
        assertInstanceOf(
                Verdict.Intact.class, Workspace.verify(people.anna.folder).verdict());
    }

    @Test
    void aLegalHoldRefusesAlsoOneThatWasPlacedAfterTheProposal() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            EvidenceId id = attach(acme);
            long early = acme.placeHold(List.of(), List.of(CONTROL), "dispute");
            refused(
                    "is on legal hold (entry " + early + ")",
                    () -> acme.proposeErasure(request(new Target.Evidence(id))));
            acme.liftHold(early, "settled");
            Proposal proposal = acme.proposeErasure(request(new Target.Evidence(id)));
            long late = acme.placeHold(List.of(id), List.of(), "another dispute");
            refused("is on legal hold (entry " + late + ")", () -> approve(acme, proposal));
            assertEquals(1, acme.evidence().size());
            acme.liftHold(late, "settled too");
            approve(acme, proposal);
            assertEquals(List.of(), acme.evidence());
        }
    }

    @Test
    void belowARetentionPeriodAnErasureNeedsAReasonWhichIsRecorded() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            EvidenceId id = attach(acme);
            long size = acme.log().size();
            ErasureRequest without = new ErasureRequest(
                    new Target.Evidence(id), ErasureReason.CONSENT_WITHDRAWN, "asked for", Optional.empty());
            refused("by AIA-DOC-10Y (Art. 18(1))", () -> acme.proposeErasure(without));
            assertEquals(size, acme.log().size());
            long entry = erase(acme, new Target.Evidence(id));
            EvidenceErased event = (EvidenceErased)
                    acme.log().get(Math.toIntExact(entry)).recorded().event();
            assertEquals(
                    "nobody relies on it",
                    acme.content(event.override().orElseThrow()).asUtf8());
            assertEquals("asked for", acme.content(event.explanation()).asUtf8());
        }
    }

    @Test
    void anErasureThatNamesPayloadsOfSomethingElseIsNotApproved() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            EvidenceId id = attach(acme);
            EvidenceId other = acme.attach(file("other.txt", "other"), CONTROL, "Other");
            Proposal honest = acme.proposeErasure(request(new Target.Evidence(id)));
            EvidenceErased event = (EvidenceErased) honest.event().event();
            Proposal forged = acme.proposals()
                    .propose(new EvidenceErased(
                            id, List.of(other.stored()), 0, event.reason(), event.explanation(), event.override()));
            refused("names other payloads than those of evidence", () -> approve(acme, forged));
            assertEquals(2, acme.evidence().size());
        }
    }

    @Test
    void anOlderArchiveOfKeysBringsNothingBack() throws Exception {
        Path oldBackup = people.stick("old.zip");
        Path oldKeys = people.stick("old-keys.zip");
        Path backup = people.stick("new.zip");
        Path restored = temporary.resolve("restored");
        EvidenceId id;
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            id = attach(acme);
            acme.backUp(oldBackup, Optional.of(oldKeys));
            erase(acme, new Target.Evidence(id));
            acme.backUp(backup, Optional.of(people.stick("new-keys.zip")));
        }
        Map<String, byte[]> old = members(oldKeys);
        assertTrue(old.containsKey("keys/payload/" + location(id.stored())), "the old archive has the key");
        // The basis of the erasure came after the old archive of keys, so this pair cannot be whole.
        WorkspaceException refused = assertThrows(
                WorkspaceException.class,
                () -> Workspace.restore(backup, oldKeys, restored, people.anna.environment()));
        assertEquals(Kind.DAMAGED, refused.kind());
        assertFalse(Files.exists(restored));
        RestoreResult result =
                Workspace.restore(backup, people.stick("new-keys.zip"), restored, people.anna.environment());
        assertEquals(2, result.erased());
        assertInstanceOf(Verdict.Intact.class, result.verification().verdict());
        for (String folder : List.of("evidence", "keys/payload")) {
            assertFalse(Files.exists(restored.resolve(folder).resolve(location(id.stored()))), folder);
        }
        try (Workspace acme =
                Workspace.open(restored, WorkspaceFixture.passphrase(), Access.WRITE, people.anna.environment())) {
            assertEquals(List.of(), acme.evidence());
        }
    }

    @Test
    void aCheckOfErasedEvidenceIsAGapForEveryDayAskedAndAPackAboutAnEarlierDayVerifies() throws Exception {
        Path past = people.stick("past.zip");
        FixedCollector routes = new FixedCollector(
                "network.routes", marker, List.of(new Population("routes", List.of(LOCAL_ROUTE), List.of())));
        try (Workspace acme = people.anna.open(Access.WRITE, routes)) {
            EvidenceId id = acme.collect(List.of(), CollectionProgress.silent(), new Cancellation())
                    .evidence()
                    .getFirst()
                    .id();
            long answer = acme.answer(AnswerRequest.of(ROUTES, AnswerStatus.MET).withNote("note " + marker));
            Outcome sound = route(acme.postureNow());
            assertInstanceOf(Outcome.Satisfied.class, sound, sound.toString());
            Instant then = people.anna.clock.instant();
            people.anna.clock.moveBy(Duration.ofHours(5));
            long erased = erase(acme, new Target.Evidence(id));
            erase(acme, new Target.TextsOf(answer));
            Outcome gap = new Outcome.Indeterminate(List.of(new Gap.Erased(id, erased)));
            assertEquals(gap, route(acme.postureNow()));
            assertEquals(gap, route(acme.postureAt(then, then)));
            assertEquals(gap, route(acme.posture(new AsOf(Optional.of(then), new KnownAt.Through(answer)))));
            pack(acme, past, AsOf.at(then, then));
        }
        assertEquals(List.of(), PackVerification.verify(past).defects());
        assertEquals(2, erasedIn(past).size());
        assertEquals(List.of(), MarkerScan.places(past, marker));
    }

    @Test
    void theCopiesThatAnErasureDoesNotReachAreNamed() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            acme.backUp(people.stick("earlier.zip"), Optional.empty());
            EvidenceId id = attach(acme);
            assertEquals(List.of(), acme.copiesOf(new Target.Evidence(id)));
            acme.backUp(people.stick("backup.zip"), Optional.of(people.stick("keys.zip")));
            pack(acme, people.stick("pack.zip"), AsOf.now());
            List<KnownCopy> copies = acme.copiesOf(new Target.Evidence(id));
            assertEquals(
                    List.of(
                            "a backup holds it and can be read with its archive of keys",
                            "an audit pack for dora may hold it, and everybody can read it"),
                    copies.stream().map(KnownCopy::what).toList());
            erase(acme, new Target.Evidence(id));
            assertEquals(copies, acme.copiesOf(new Target.Evidence(id)));
        }
    }

    private EvidenceId attach(Workspace acme) throws Exception {
        return acme.attach(file("policy-" + marker + ".txt", "content " + marker), CONTROL, "Title " + marker);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(people.stick(name), content);
    }

    private static ErasureRequest request(Target target) {
        return new ErasureRequest(
                target, ErasureReason.CONSENT_WITHDRAWN, "asked for", Optional.of("nobody relies on it"));
    }

    private long erase(Workspace acme, Target target) throws Exception {
        return approve(acme, acme.proposeErasure(request(target)));
    }

    /// Anna's proposal goes to Ben and comes back with his signature.
    private long approve(Workspace acme, Proposal proposal) throws Exception {
        Path signed = people.stick("signed-" + proposal.id() + ".json");
        try (Keyring bens = people.ben.keyring()) {
            Files.write(
                    signed,
                    bens.person().countersign(proposal.envelope()).encode().toByteArray());
        }
        return acme.proposals().approve(acme.proposals().find(signed.toString()));
    }

    private interface Refused {
        void attempt() throws Exception;
    }

    private static void refused(String why, Refused attempt) {
        WorkspaceException refused = assertThrows(WorkspaceException.class, attempt::attempt);
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    /// Stored bytes and keys, of the manifest and the raw bytes it names.
    private List<Path> files(Workspace acme, EvidenceId id) throws Exception {
        List<Path> files = new ArrayList<>();
        List<Digest> stored = new ArrayList<>(List.of(id.stored()));
        acme.artefacts(id).forEach(artefact -> stored.add(artefact.payload().stored()));
        WorkspaceFolder folder = new WorkspaceFolder(people.anna.folder);
        for (Digest each : stored) {
            files.add(folder.evidence().resolve(EvidenceVault.location(each)));
            files.add(folder.payloadKeys().resolve(EvidenceVault.location(each)));
        }
        return files;
    }

    private static String location(Digest stored) {
        return EvidenceVault.location(stored).toString();
    }

    private static Outcome route(Posture posture) {
        return posture.control(ROUTES).orElseThrow().checks().stream()
                .filter(result -> result.check().value().equals("net.route.default"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static void pack(Workspace acme, Path out, AsOf asOf) throws WorkspaceException {
        acme.pack(new PackRequest(DORA, "full", out, Set.of(), asOf), Progress.silent());
    }

    private static List<JsonObject> erasedIn(Path pack) throws Exception {
        JsonObject manifest = Json.parseObject(Bytes.copyOf(members(pack).getOrDefault("manifest.json", new byte[0])));
        List<JsonObject> erased = new ArrayList<>();
        for (Json item : manifest.array("erased")) {
            erased.add((JsonObject) item);
        }
        return erased;
    }

    private static Map<String, byte[]> members(Path zip) throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry member : file.stream().toList()) {
                try (InputStream in = file.getInputStream(member)) {
                    members.put(member.getName(), in.readAllBytes());
                }
            }
        }
        return members;
    }

    private static void write(Path zip, Map<String, byte[]> members) throws Exception {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
                out.closeEntry();
            }
        }
    }
}
