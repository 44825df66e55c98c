package org.cairn.app.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.workspace.HandedIn;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeViewModelTest {
    private static final ControlId CONTROL = new ControlId("NET-1");

    @TempDir
    Path folder;

    private List<HandedIn.Content> files(String... names) throws Exception {
        List<HandedIn.Content> files = new ArrayList<>();
        for (String name : names) {
            files.add(new HandedIn.OfFile(Files.writeString(folder.resolve(name), name), Optional.empty()));
        }
        return files;
    }

    @Test
    void whatComesBesideAControlIsAttachedToItAndRecordedAtOnce() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            IntakeViewModel model = new IntakeViewModel(open.desk, OpenDesk.library(), () -> Optional.of(CONTROL));
            List<HandedIn.Content> files = files("a.txt", "b.txt");
            model.bring(() -> files);
            assertThat(model.drafts()).hasSize(2);
            assertThat(model.unsaved()).isTrue();
            model.drafts().getFirst().expires().set(Optional.of(LocalDate.of(2027, 1, 1)));
            model.sameForAll(model.drafts().getFirst());
            assertThat(model.drafts().getLast().expires().get()).contains(LocalDate.of(2027, 1, 1));
            model.record();
            assertThat(model.drafts()).isEmpty();
            assertThat(model.work().get()).isEqualTo(new LongWork.Idle());
            assertThat(open.desk.now().posture().control(CONTROL).orElseThrow().linked())
                    .hasSize(2);
            assertThat(model.replaceable()).hasSize(2);
        }
    }

    @Test
    void nothingIsRecordedWhileOneOfSeveralCannotBe() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            IntakeViewModel model = new IntakeViewModel(open.desk, OpenDesk.library(), () -> Optional.of(CONTROL));
            List<HandedIn.Content> files = files("a.txt", "b.txt");
            model.bring(() -> files);
            model.drafts().getLast().controls().clear();
            model.record();
            assertThat(model.drafts()).hasSize(2);
            assertThat(model.work().get().failure().orElseThrow().words()).contains("b.txt", "attached to nothing");
            assertThat(open.desk.now().evidence()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestComes() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            IntakeViewModel model = new IntakeViewModel(open.desk, OpenDesk.library(), Optional::empty);
            List<HandedIn.Content> files = new ArrayList<>(files("a.txt"));
            files.add(new HandedIn.OfFile(folder.resolve("none.txt"), Optional.empty()));
            model.bring(() -> files);
            assertThat(model.drafts()).hasSize(1);
            assertThat(model.work().get().failure().orElseThrow().words()).contains("none.txt");
        }
    }

    @Test
    void aFolderIsListedAndNothingOfItIsTakenByItself() throws Exception {
        Path share = Files.createDirectories(folder.resolve("share"));
        Files.writeString(share.resolve("a.txt"), "a");
        Files.writeString(share.resolve(".b"), "b");
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            IntakeViewModel model = new IntakeViewModel(open.desk, OpenDesk.library(), Optional::empty);
            model.bring(() -> List.of(new HandedIn.OfFile(share, Optional.empty())));
            assertThat(model.folder().scan().get().orElseThrow().found()).hasSize(2);
            assertThat(model.drafts()).isEmpty();
            model.takeTicked();
            assertThat(model.drafts()).isEmpty();
            model.folder().tickNew();
            model.takeTicked();
            assertThat(model.drafts())
                    .extracting(draft -> draft.piece().content().name())
                    .containsExactly("a.txt");
        }
    }
}
