package org.cairn.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.SteppingClock;
import org.cairn.app.ui.unlock.UnlockViewModel.Entry;
import org.cairn.app.ui.unlock.UnlockViewModel.Way;
import org.cairn.ledger.key.KeyFile;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.Totp;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
    private static final String PASSPHRASE = "seven stones on the pass";

    @TempDir
    Path folder;

    private String recoveryCode = "";
    private final SteppingClock clock = new SteppingClock();
    private final List<StartViewModel.Opened> opened = new ArrayList<>();
    private final List<Path> remembered = new ArrayList<>();
    private final StartViewModel model = new StartViewModel(
            OpenDesk.workplaces(clock),
            new Remembering(),
            OpenDesk.library().catalogue().frameworks(),
            OpenDesk.AT_ONCE,
            new StartViewModel.SystemTime(clock, ZoneOffset.UTC),
            opened::add);

    private final class Remembering implements Recents {
        @Override
        public List<Path> newestFirst() {
            return List.copyOf(remembered);
        }

        @Override
        public void opened(Path path) {
            remembered.add(path);
        }
    }

    @AfterEach
    void closeWorkspaces() throws Exception {
        for (StartViewModel.Opened each : opened) {
            each.workspace().close();
        }
    }

    private void fill(Path where) {
        model.startFounding();
        model.founding().organisation().set("Bergbank AG");
        model.founding().person().set("Anna Berger");
        model.founding().passphrase().set(PASSPHRASE);
        model.founding().passphraseAgain().set(PASSPHRASE);
        model.founding().folder().set(where.toString());
    }

    @Test
    void aFormThatIsNotCompleteNamesEachField() {
        model.startFounding();
        model.founding().passphrase().set("too short");
        model.found();
        assertThat(model.founding().problems())
                .containsOnlyKeys(
                        Field.ORGANISATION, Field.PERSON, Field.PASSPHRASE, Field.PASSPHRASE_AGAIN, Field.FOLDER);
        assertThat(model.state().get()).isEqualTo(new StartViewModel.State.Founding());
    }

    @Test
    void theRecoveryCodeIsShownOnceBeforeTheWorkspaceOpensAndThePassphraseIsForgotten() {
        fill(folder.resolve("w"));
        model.found();
        assertThat(model.state().get()).isInstanceOf(StartViewModel.State.ShowingRecoveryCode.class);
        assertThat(opened).isEmpty();
        assertThat(model.founding().passphrase().get()).isEmpty();
        model.recoveryCodeKept();
        assertThat(opened).hasSize(1);
        assertThat(remembered).containsExactly(folder.resolve("w"));
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedBesideItsField() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "not ours");
        fill(folder);
        model.found();
        assertThat(model.founding().problems()).containsOnlyKeys(Field.FOLDER);
    }

    @Test
    void aWrongPassphraseIsSaidAndTheRightOneOpens() throws Exception {
        fill(folder.resolve("w"));
        model.found();
        model.recoveryCodeKept();
        opened.removeFirst().workspace().close();
        model.choose(folder.resolve("w"));
        model.unlocking().text(Entry.PASSPHRASE).set("not the right one");
        model.unlock();
        assertThat(model.unlocking().problem().get()).isPresent();
        assertThat(model.state().get()).isEqualTo(new StartViewModel.State.Unlocking(folder.resolve("w")));
        model.unlocking().text(Entry.PASSPHRASE).set(PASSPHRASE);
        model.unlock();
        assertThat(opened).hasSize(1);
    }

    @Test
    void anEmptyPassphraseIsNotEvenTried() {
        model.choose(folder);
        model.unlock();
        assertThat(model.unlocking().problem().get())
                .hasValueSatisfying(why -> assertThat(why.words()).isEqualTo("Type the passphrase of this workspace."));
    }

    /// Founds a workspace and closes it again.
    private Path closed() throws Exception {
        Path where = folder.resolve("w");
        fill(where);
        model.found();
        if (model.state().get() instanceof StartViewModel.State.ShowingRecoveryCode(String code)) {
            recoveryCode = code;
        }
        model.recoveryCodeKept();
        opened.removeFirst().workspace().close();
        model.choose(where);
        return where;
    }

    /// The keys of the closed workspace, as `cairn keys` opens them.
    private Keyring keys(Path where) throws Exception {
        return Keyring.open(where.resolve("keys"), PassphraseUnlock.of(passphrase()), clock);
    }

    private static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    private void type(Entry entry, String words) {
        model.unlocking().text(entry).set(words);
    }

    private String refusal() {
        assertThat(opened).isEmpty();
        return model.unlocking().problem().get().orElseThrow().words();
    }

    @Test
    void sixDigitsAreAskedForInWordsAndOpen() throws Exception {
        Path where = closed();
        Totp totp = Totp.random(new SecureRandom());
        try (Keyring keys = keys(where)) {
            keys.enableTotp(totp, totp.codeAt(clock.instant()), clock);
        }
        clock.pass(Duration.ofSeconds(60));
        type(Entry.PASSPHRASE, PASSPHRASE);
        model.unlock();
        assertThat(refusal()).isEqualTo("The passphrase is right. Type the six digits that your device shows now.");
        assertThat(model.unlocking().unfolded().get()).isTrue();
        type(Entry.DIGITS, totp.codeAt(clock.instant().minus(Duration.ofHours(1))));
        model.unlock();
        assertThat(refusal()).startsWith("These six digits do not count now");
        clock.pass(Duration.ofMinutes(10));
        type(Entry.DIGITS, totp.codeAt(clock.instant()));
        model.unlock();
        assertThat(opened).hasSize(1);
        assertThat(model.unlocking().text(Entry.PASSPHRASE).get()).isEmpty();
    }

    @Test
    void aKeyFileIsAskedForInWordsAndOpens() throws Exception {
        Path where = closed();
        Path file = folder.resolve("anna.key");
        try (Keyring keys = keys(where)) {
            SecureRandom random = new SecureRandom();
            KeyFile made = KeyFile.make(file, random);
            keys.changeSecrets(new PersonSecrets(passphrase(), Optional.of(made)), random);
        }
        type(Entry.PASSPHRASE, PASSPHRASE);
        model.unlock();
        assertThat(refusal()).contains("choose your key file too");
        type(Entry.KEY_FILE, folder.resolve("absent.key").toString());
        model.unlock();
        assertThat(refusal()).contains("absent.key");
        type(Entry.KEY_FILE, file.toString());
        model.unlock();
        assertThat(opened).hasSize(1);
    }

    @Test
    void aLabelThatNobodyHasIsSaidAndTheRightOneOpens() throws Exception {
        Path where = closed();
        type(Entry.PASSPHRASE, PASSPHRASE);
        type(Entry.PERSON, "nobody");
        model.unlock();
        assertThat(refusal()).startsWith("Nobody with this label");
        type(Entry.PERSON, Keyring.waysIn(where.resolve("keys")).getFirst().label());
        model.unlock();
        assertThat(opened).hasSize(1);
    }

    @Test
    void theRecoveryCodeOpensForReadingOnly() throws Exception {
        closed();
        model.unlocking().way().set(Way.RECOVERY_CODE);
        type(Entry.RECOVERY_CODE, "ABCD-EFGH");
        model.unlock();
        assertThat(refusal()).contains("recovery code");
        type(Entry.RECOVERY_CODE, recoveryCode);
        model.unlock();
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().first().about().person()).isEmpty();
        assertThat(opened.getFirst().first().editable()).isFalse();
    }

    @Test
    void aTokenNeedsItsLibraryItsSlotAndItsPin() throws Exception {
        closed();
        model.unlocking().way().set(Way.TOKEN);
        model.unlock();
        assertThat(refusal()).isEqualTo("Name the PKCS#11 library of the token.");
        type(Entry.MODULE, folder.resolve("absent.so").toString());
        type(Entry.SLOT, "first");
        model.unlock();
        assertThat(refusal()).isEqualTo("Type the number of the slot in which the token is.");
        type(Entry.SLOT, "0");
        model.unlock();
        assertThat(refusal()).isEqualTo("Type the PIN of the token.");
        type(Entry.PIN, "1234");
        model.unlock();
        assertThat(refusal()).contains("absent.so", "no such PKCS#11 library");
    }

    @Test
    void everyRoleOfferedBindsSomeRequirement() {
        List<String> bound = OpenDesk.library().catalogue().frameworks().stream()
                .flatMap(framework -> framework.requirements().stream())
                .flatMap(requirement -> requirement.binds().stream())
                .distinct()
                .toList();
        assertThat(bound).containsAll(FoundingViewModel.ROLES);
    }
}
