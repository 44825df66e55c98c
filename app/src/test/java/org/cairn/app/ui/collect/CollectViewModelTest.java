package org.cairn.app.ui.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Mark;
import org.cairn.evidence.CollectorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectViewModelTest {
    private static final CollectorId HASHES = new CollectorId("access.password-hashes");

    @TempDir
    Path folder;

    @Test
    void aRunSaysWhatItCameToAndWhatWasRefused() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            CollectViewModel model = new CollectViewModel(open.desk, OpenDesk.library());
            assertThat(marks(model)).containsOnly(Mark.WAITING);
            model.start();
            assertThat(model.work().get()).isEqualTo(new LongWork.Idle());
            assertThat(model.summary().get())
                    .hasValueSatisfying(said -> assertThat(said)
                            .contains("3 pieces of evidence", "1 source refused", "no collector failed"));
            assertThat(marks(model)).containsExactly(Mark.DONE, Mark.DONE, Mark.DONE_WITH_REFUSALS);
            assertThat(model.refusals(HASHES))
                    .containsExactly("Denied: /etc/shadow. Only root may read it. Run as root to add it.");
        }
    }

    @Test
    void onlyTheChosenCollectorsRun() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            CollectViewModel model = new CollectViewModel(open.desk, OpenDesk.library());
            model.chooseAll(false);
            model.choose(HASHES, true);
            model.start();
            assertThat(open.desk.now().evidence())
                    .extracting(e -> e.evidence().collector())
                    .containsExactly(HASHES);
        }
    }

    @Test
    void whatAnEarlierSittingRecordedIsShownWithItsAge() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            CollectViewModel model = new CollectViewModel(open.desk, OpenDesk.library());
            assertThat(model.lines()).allSatisfy(line -> assertThat(line.said()).endsWith("ago"));
        }
    }

    @Test
    void whatRootWouldAddIsSaid() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            CollectViewModel model = new CollectViewModel(open.desk, OpenDesk.library());
            assertThat(model.lines().getLast().root())
                    .containsExactly("sudo ./cairn collect: reads which accounts have weak or empty passwords");
        }
    }

    private static List<Mark> marks(CollectViewModel model) {
        return model.lines().stream().map(line -> line.state().mark()).toList();
    }
}
