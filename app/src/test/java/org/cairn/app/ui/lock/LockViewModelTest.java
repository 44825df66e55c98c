package org.cairn.app.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.ui.lock.LockViewModel.State;
import org.cairn.app.ui.lock.LockViewModel.Why;
import org.cairn.app.ui.unlock.UnlockViewModel.Entry;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work in the background waits until the test lets it run.
class LockViewModelTest {
    private static final String PASSPHRASE = "seven stones on the pass";

    @TempDir
    Path folder;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Snapshot> others = new ArrayList<>();
    private OpenDesk open;
    private Desk desk;
    private LockViewModel lock;

    @BeforeEach
    void openWorkspace() throws Exception {
        open = new OpenDesk(folder);
        Snapshot first = Desk.read(open.workspace, LookedAt.NOW, open.clock.instant(), ZoneOffset.UTC);
        Threads threads = new Threads(background::add, Runnable::run);
        desk = new Desk(open.workspace, first, threads, open.clock, ZoneOffset.UTC);
        lock = new LockViewModel(desk, others::add);
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private State state() {
        return lock.state().get();
    }

    private void type(String passphrase) {
        lock.unlocking().text(Entry.PASSPHRASE).set(passphrase);
        lock.unlock();
    }

    @Test
    void lockingCoversAtOnceAndDropsTheKeys() {
        lock.lock(Why.IDLE);
        assertThat(state()).isEqualTo(new State.Locked(Why.IDLE));
        runAll();
        assertThat(open.workspace.locked()).isTrue();
    }

    @Test
    void aWrongPassphraseIsSaidAndTheRightOneOpensForTheSamePerson() {
        lock.lock(Why.ASKED);
        type("not the right one");
        assertThat(state()).isEqualTo(new State.Unlocking(Why.ASKED));
        runAll();
        assertThat(state()).isEqualTo(new State.Locked(Why.ASKED));
        assertThat(lock.unlocking().problem().get().map(Problem::words).orElse(""))
                .startsWith("The passphrase does not open this workspace.");
        type(PASSPHRASE);
        runAll();
        assertThat(state()).isEqualTo(new State.Open());
        assertThat(lock.unlocking().text(Entry.PASSPHRASE).get()).isEmpty();
        assertThat(others).isEmpty();
        assertThat(desk.problem().get()).isEmpty();
    }

    @Test
    void aCollectionUnderWayIsRecordedToItsEndBeforeTheKeysGoAndBeforeAnythingIsTried() {
        List<CollectionSummary> came = new ArrayList<>();
        List<Problem> failed = new ArrayList<>();
        desk.change(
                () -> open.workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation()),
                came::add,
                failed::add);
        lock.lock(Why.IDLE);
        type(PASSPHRASE);
        assertThat(state()).isEqualTo(new State.Unlocking(Why.IDLE));
        assertThat(lock.busy().getValue()).isTrue();
        assertThat(open.workspace.locked()).isFalse();
        background.remove().run();
        assertThat(failed).isEmpty();
        assertThat(came).hasSize(1);
        assertThat(open.workspace.locked()).isFalse();
        background.remove().run(); // reads anew
        assertThat(lock.busy().getValue()).isFalse();
        background.remove().run(); // drops the keys
        assertThat(open.workspace.locked()).isTrue();
        runAll();
        assertThat(state()).isEqualTo(new State.Open());
        assertThat(desk.now().evidence()).hasSize(3);
    }

    @Test
    void anotherPersonWhoUnlocksBeginsAnew() throws Exception {
        try (Keyring keys =
                        Keyring.open(folder.resolve("keys"), PassphraseUnlock.of(passphrase(PASSPHRASE)), open.clock);
                var _ = keys.addPerson(
                        NewPerson.of("Ben Other", PersonSecrets.of(passphrase("ben has another"))),
                        new SecureRandom(),
                        open.clock)) {
            lock.lock(Why.ASKED);
        }
        type("ben has another");
        runAll();
        assertThat(state()).isEqualTo(new State.Open());
        assertThat(others).hasSize(1);
        assertThat(others.getFirst().about().person())
                .isNotEqualTo(desk.now().about().person());
    }

    private static Passphrase passphrase(String words) {
        return Passphrase.of(words.toCharArray());
    }

    @Test
    void whatIsNotTypedIsNotTried() {
        lock.lock(Why.ASKED);
        lock.unlock();
        assertThat(state()).isEqualTo(new State.Locked(Why.ASKED));
        assertThat(lock.unlocking().problem().get()).isPresent();
    }
}
