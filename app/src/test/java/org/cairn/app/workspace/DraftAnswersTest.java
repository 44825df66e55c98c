package org.cairn.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftAnswersTest {
    private static final String BENS = "nine larches above the hut";

    @TempDir
    private Path temporary;

    @Test
    void whatWasTypedIsThereAgainForItsAuthorAloneAndSealedAndNoPartOfTheRecord() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        List<DraftAnswer> typed = List.of(
                new DraftAnswer(
                        new ControlId("NET-4"),
                        Optional.of(AnswerStatus.NOT_YET_APPLICABLE),
                        "VLAN 40, \"to be\" asked\nSecond line",
                        "Network team",
                        Optional.of(2),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 12, 24)),
                        Optional.of(LocalDate.of(2027, 1, 1))),
                blank(Subject.parse("dora:Art. 6(4)"), "The board"));
        long entries;
        try (Workspace acme = fixture.found()) {
            addBen(acme, fixture);
            entries = acme.log().size();
            acme.drafts().keep(List.of(blank(new ControlId("NET-1"), "earlier")));
            acme.drafts().keep(typed);
        }
        Path file = theFile(fixture);
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("VLAN", "NET-4");
        try (Workspace acme = fixture.open(Access.WRITE)) {
            assertThat(acme.drafts().read()).isEqualTo(typed);
            assertThat(acme.log()).hasSize((int) entries);
        }
        try (Passphrase his = Passphrase.of(BENS.toCharArray());
                Workspace acme = Workspace.open(fixture.folder, his, Access.WRITE, fixture.environment())) {
            assertThat(acme.drafts().read()).isEmpty();
            acme.drafts().keep(List.of());
        }
        assertThat(WorkspaceVerifier.verify(fixture.folder).verdict()).isInstanceOf(Verdict.Intact.class);
        try (Workspace acme = fixture.open(Access.WRITE)) {
            acme.drafts().keep(List.of());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aChangedBitIsToldWithTheFileAndWhatToDo() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace acme = fixture.found()) {
            acme.drafts().keep(List.of(blank(new ControlId("NET-1"), "typed")));
            Path file = theFile(fixture);
            byte[] sealed = Files.readAllBytes(file);
            sealed[20] ^= 1;
            Files.write(file, sealed);
            assertThatThrownBy(() -> acme.drafts().read())
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContainingAll(file.toString(), "cannot be read", "remove the file");
        }
    }

    private static DraftAnswer blank(Subject subject, String note) {
        return new DraftAnswer(
                subject,
                Optional.empty(),
                note,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Path theFile(WorkspaceFixture fixture) throws IOException {
        try (Stream<Path> all = Files.walk(fixture.folder.resolve("drafts"))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).hasSize(1);
            return files.getFirst();
        }
    }

    private static void addBen(Workspace acme, WorkspaceFixture fixture) throws Exception {
        try (Passphrase his = Passphrase.of(BENS.toCharArray());
                AddedPerson ben = acme.keyring()
                        .addPerson(
                                new NewPerson(
                                        "Ben Okafor", Optional.empty(), PersonSecrets.of(his), DocumentKeyType.P_256),
                                new SecureRandom(),
                                fixture.environment().clock())) {
            acme.identities().enrol(ben, Role.REVIEWER);
        }
    }
}
