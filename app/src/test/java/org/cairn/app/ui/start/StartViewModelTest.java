package org.cairn.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.SteppingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
    private static final String PASSPHRASE = "seven stones on the pass";

    @TempDir
    Path folder;

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
        model.passphrase().set("not the right one");
        model.unlock();
        assertThat(model.problem().get()).isPresent();
        assertThat(model.state().get()).isEqualTo(new StartViewModel.State.Unlocking(folder.resolve("w")));
        model.passphrase().set(PASSPHRASE);
        model.unlock();
        assertThat(opened).hasSize(1);
    }

    @Test
    void anEmptyPassphraseIsNotEvenTried() {
        model.choose(folder);
        model.unlock();
        assertThat(model.problem().get())
                .hasValueSatisfying(why -> assertThat(why.words()).isEqualTo("Type the passphrase of this workspace."));
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
