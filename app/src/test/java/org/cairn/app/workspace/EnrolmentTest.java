package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.ledger.key.Keyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests for enrolment that come from outside, and keys that take another's place.
class EnrolmentTest {
    @TempDir
    private Path temporary;

    private TwoPeople people;

    @BeforeEach
    void prepare() throws Exception {
        people = new TwoPeople(temporary);
    }

    @Test
    void aRequestThatDoesNotShowPossessionOrCarriesAWeakKeyEnrolsNobody() throws Exception {
        Path request = people.stick("request.json");
        try (Workspace his = people.ben.open(Access.READ)) {
            his.identities().requestForPerson("Ben Okafor", request);
        }
        String sound = Files.readString(request);
        int sig = sound.indexOf("\"sig\":\"") + 7;
        String forged = sound.substring(0, sig) + (sound.charAt(sig) == 'A' ? 'B' : 'A') + sound.substring(sig + 1);
        assertTrue(refusal(forged).contains("not signed by the key it asks for"));
        String weak = "{\"name\":\"Eve\",\"spki\":\"302a300506032b6570032100" + "00".repeat(32) + "\",\"version\":1}";
        String payload = Base64.getEncoder().encodeToString(weak.getBytes(StandardCharsets.UTF_8));
        String start = "{\"payload\":\"";
        int end = sound.indexOf('"', start.length());
        assertTrue(
                refusal(start + payload + sound.substring(end)).contains("order"),
                refusal(start + payload + sound.substring(end)));
        assertEquals("Ben Okafor", EnrolmentRequest.read(request).name());
    }

    private String refusal(String request) throws Exception {
        Path file = people.stick("changed.json");
        Files.writeString(file, request);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> EnrolmentRequest.read(file));
        assertEquals(Kind.BAD_INPUT, refused.kind());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void aRotatedKeyTakesOverNameHolderAndRoles() throws Exception {
        people.secondLaptop.found().close();
        try (Workspace acme = people.anna.open(Access.WRITE);
                Keyring old = people.anna.keyring();
                Keyring next = people.secondLaptop.keyring()) {
            long entry = acme.identities().rotate(old.person(), next.person());
            List<IdentityLine> lines = acme.identities().all();
            IdentityLine before = lines.getFirst();
            IdentityLine after = lines.getLast();
            assertEquals(Optional.of(entry), before.ended());
            assertEquals(
                    new IdentityLine(
                            next.person().keyId(),
                            before.holder(),
                            "Anna Jensen",
                            before.roles(),
                            IdentityLine.By.PERSON,
                            entry,
                            Optional.empty()),
                    after);
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> acme.answer(AnswerRequest.of(TwoPeople.CONTROL, AnswerStatus.MET)));
            assertEquals(Kind.NOT_ALLOWED, refused.kind());
        }
    }
}
