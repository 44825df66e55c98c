package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.proof.Defect;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What packs and the posture say of what was erased, and that all proofs hold.
class ErasureProofTest {
    private static final ControlId ROUTES = new ControlId("NET-5");
    private static final Item LOCAL_ROUTE = Item.of(Map.of(
            "family", "ipv4", "table", "main", "default", "no", "type", "unicast", "gateway", "", "device", "eth0"));

    @TempDir
    private Path temporary;

    private ErasingPeople erasing;

    @BeforeEach
    void prepare() throws Exception {
        erasing = new ErasingPeople(temporary);
    }

    @Test
    void packsMadeBeforeAndAfterBothVerifyAndTheLaterOneShowsTheItemAsErased() throws Exception {
        Path before = erasing.people.stick("before.zip");
        Path after = erasing.people.stick("after.zip");
        EvidenceId id;
        long erased;
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            id = erasing.attach(acme);
            ErasingPeople.pack(acme, before, AsOf.now());
            erased = erasing.erase(acme, new Target.Evidence(id));
            ErasingPeople.pack(acme, after, AsOf.now());
        }
        assertEquals(List.of(), PackVerification.verify(before).defects());
        assertEquals(List.of(), PackVerification.verify(after).defects());
        assertEquals(List.of(), ErasingPeople.erasedIn(before));
        JsonObject item = ErasingPeople.erasedIn(after).getFirst();
        assertEquals(1, ErasingPeople.erasedIn(after).size());
        assertEquals(Optional.of(Json.number(erased)), item.member("erasedBy"));
        assertTrue(item.text("reason").contains("GDPR Art. 17(1)(b)"), item.toString());
        List<String> shown = MarkerScan.places(after, id.shortForm());
        assertTrue(shown.stream().anyMatch(place -> place.contains("workbook.xlsx!")), shown.toString());
        assertTrue(shown.stream().anyMatch(place -> place.contains("page text of")), shown.toString());
    }

    @Test
    void aPackThatSaysErasedWithoutTheEntryThatErasedItIsBroken() throws Exception {
        Path after = erasing.people.stick("after.zip");
        Path tampered = erasing.people.stick("tampered.zip");
        long erased;
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            erased = erasing.erase(acme, new Target.Evidence(erasing.attach(acme)));
            ErasingPeople.pack(acme, after, AsOf.now());
        }
        Map<String, byte[]> members = ErasingPeople.members(after);
        members.keySet()
                .removeIf(name -> name.startsWith("ledger/entries/" + erased + ".")
                        || name.startsWith("ledger/proofs/" + erased + "."));
        ErasingPeople.write(tampered, members);
        List<Defect> defects = PackVerification.verify(tampered).defects();
        String claim = "is said to be erased by entry " + erased + ", and not both entries are in the pack";
        assertTrue(defects.stream().anyMatch(defect -> defect.problem().equals(claim)), defects.toString());

        Map<String, byte[]> other = ErasingPeople.members(after);
        String manifest = new String(other.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        other.put(
                "manifest.json",
                manifest.replace("\"erasedBy\":" + erased, "\"erasedBy\":0").getBytes(StandardCharsets.UTF_8));
        ErasingPeople.write(tampered, other);
        assertTrue(
                PackVerification.verify(tampered).defects().stream()
                        .anyMatch(defect -> defect.problem().startsWith("does not erase what entry")),
                "another entry erases nothing");
    }

    @Test
    void aCheckOfErasedEvidenceIsAGapForEveryDayAskedAndAPackAboutAnEarlierDayVerifies() throws Exception {
        Path past = erasing.people.stick("past.zip");
        FixedCollector routes = new FixedCollector(
                "network.routes", erasing.marker, List.of(new Population("routes", List.of(LOCAL_ROUTE), List.of())));
        try (Workspace acme = erasing.people.anna.open(Access.WRITE, routes)) {
            EvidenceId id = acme.collect(List.of(), CollectionProgress.silent(), new Cancellation())
                    .evidence()
                    .getFirst()
                    .id();
            long answer = acme.answer(AnswerRequest.of(ROUTES, AnswerStatus.MET).withNote("note " + erasing.marker));
            Outcome sound = route(acme.postureNow());
            assertInstanceOf(Outcome.Satisfied.class, sound, sound.toString());
            Instant then = erasing.people.anna.clock.instant();
            erasing.people.anna.clock.moveBy(Duration.ofHours(5));
            long erased = erasing.erase(acme, new Target.Evidence(id));
            erasing.erase(acme, new Target.TextsOf(answer));
            Outcome gap = new Outcome.Indeterminate(List.of(new Gap.Erased(id, erased)));
            assertEquals(gap, route(acme.postureNow()));
            assertEquals(gap, route(acme.postureAt(then, then)));
            assertEquals(gap, route(acme.posture(new AsOf(Optional.of(then), new KnownAt.Through(answer)))));
            ErasingPeople.pack(acme, past, AsOf.at(then, then));
        }
        assertEquals(List.of(), PackVerification.verify(past).defects());
        assertEquals(2, ErasingPeople.erasedIn(past).size());
        assertEquals(List.of(), MarkerScan.places(past, erasing.marker));
    }

    private static Outcome route(Posture posture) {
        return posture.control(ROUTES).orElseThrow().checks().stream()
                .filter(result -> result.check().value().equals("net.route.default"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
