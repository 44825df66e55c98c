package org.cairn.app.ui.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.checklist.GuidedViewModel.Step;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidedViewModelTest {
    @TempDir
    Path folder;

    @Test
    void theWalkAsksWhatHasNoAnswerGoesBackSkipsAndBeginsWhereItWasLeft() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            KeptInMemory shelf = new KeptInMemory();
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), shelf);
            GuidedViewModel walk = model.guided();
            int all = open.desk.now().posture().controls().size();
            walk.begin();
            assertThat(walk.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-1"), 1, all, 0));
            model.saveAndNext();
            assertThat(model.item().problem().get()).isPresent();
            assertThat(walk.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-1"), 1, all, 0));
            model.answer(AnswerStatus.MET);
            model.saveAndNext();
            assertThat(walk.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-2"), 2, all, 1));
            walk.skip();
            assertThat(walk.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-3"), 3, all, 1));
            walk.back();
            walk.back();
            assertThat(walk.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-1"), 1, all, 1));
            assertThat(model.item().form().status().get()).contains(AnswerStatus.MET);
            walk.skip();
            walk.skip();
            walk.leave();
            assertThat(walk.step().get()).isEqualTo(new Step.Closed());

            GuidedViewModel later = new ChecklistViewModel(open.desk, OpenDesk.library(), shelf).guided();
            later.begin();
            assertThat(later.step().get()).isEqualTo(new Step.Asking(new ControlId("NET-3"), 3, all, 1));
            for (int i = 0; i < all - 1; i++) {
                later.skip();
            }
            assertThat(later.step().get()).isEqualTo(new Step.Done(all, 1, all - 1));
        }
    }
}
