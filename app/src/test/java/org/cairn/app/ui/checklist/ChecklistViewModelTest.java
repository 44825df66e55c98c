package org.cairn.app.ui.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.ControlPosture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistViewModelTest {
    private static final ControlId NET_1 = new ControlId("NET-1");
    private static final ControlId NET_2 = new ControlId("NET-2");
    private static final ControlId NET_3 = new ControlId("NET-3");

    @TempDir
    Path folder;

    @Test
    void theKeyboardWalksTheListAndStopsAtItsEnds() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.previous();
            assertThat(model.selected().get()).contains(NET_1);
            model.next();
            model.next();
            assertThat(model.selected().get()).contains(NET_3);
            model.previous();
            assertThat(model.selected().get()).contains(NET_2);
        }
    }

    @Test
    void whatIsPutTogetherAheadByFrameworkIsDroppedWhenSomethingIsRecorded() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            assertThat(model.frameworks().get()).isEmpty();
            model.prepare();
            List<Row.Group> ahead = model.frameworks().get();
            assertThat(ahead).hasSize(2);
            model.prepare();
            assertThat(model.frameworks().get()).isSameAs(ahead);
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.NOT_MET));
            open.desk.reload();
            assertThat(model.frameworks().get()).isEmpty();
            model.arrangement().set(Arrangement.FRAMEWORK);
            assertThat(model.frameworks().get()).hasSize(2).isNotEqualTo(ahead);
        }
    }

    @Test
    void savingRecordsTheAnswerAndGoesOnToTheNext() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.answer(AnswerStatus.MET);
            model.item().form().note().set("VLAN 40");
            model.item().form().owner().set("Network team");
            model.saveAndNext();
            assertThat(model.selected().get()).contains(NET_2);
            assertThat(open.desk.now().posture().control(NET_1).orElseThrow().status())
                    .contains(AnswerStatus.MET);
            model.previous();
            assertThat(model.item().form().note().get()).isEqualTo("VLAN 40");
            assertThat(model.item().form().owner().get()).isEqualTo("Network team");
            assertThat(model.item().history()).hasSize(1);
        }
    }

    @Test
    void theNextUnansweredIsFoundPastTheAnsweredOnes() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.select(NET_2);
            model.answer(AnswerStatus.MET);
            model.item().save();
            model.select(NET_1);
            model.nextUnanswered();
            assertThat(model.selected().get()).contains(NET_3);
        }
    }

    @Test
    void anAnswerWithoutItsReasonIsRefusedInWordsAndNothingTypedIsLost() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.answer(AnswerStatus.NOT_APPLICABLE);
            model.saveAndNext();
            assertThat(model.selected().get()).contains(NET_1);
            assertThat(model.item().problem().get()).isPresent();
            assertThat(model.item().saving().get()).isEqualTo(new ItemViewModel.Saving.Unsaved());
            assertThat(model.item().form().status().get()).contains(AnswerStatus.NOT_APPLICABLE);
        }
    }

    @Test
    void whatWasTypedAndNotSavedIsStillThereOnComingBack() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.item().form().note().set("to be asked");
            model.next();
            assertThat(model.item().form().note().get()).isEmpty();
            model.previous();
            assertThat(model.item().form().note().get()).isEqualTo("to be asked");
            assertThat(model.item().saving().get()).isEqualTo(new ItemViewModel.Saving.Unsaved());
        }
    }

    @Test
    void anAnswerThatEvidenceDeniesIsAContradiction() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            open.collect();
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.select(NET_3);
            model.answer(AnswerStatus.MET);
            model.item().save();
            assertThat(model.item().contradiction().getValue())
                    .hasValueSatisfying(text -> assertThat(text)
                            .startsWith("Answered “Met”, and evidence shows: ")
                            .contains("8000"));
            assertThat(model.item().checks())
                    .extracting(ItemLines.CheckLine::outcome)
                    .contains(Mark.NOT_SATISFIED);
            assertThat(model.item().evidence())
                    .extracting(ItemLines.EvidenceLine::collector)
                    .contains("network.listening-sockets");
        }
    }

    @Test
    void theFilterAndTheNarrowingDecideWhatIsShown() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.typed().set("net-3");
            assertThat(shown(model)).containsExactly(NET_3);
            model.typed().set("");
            model.narrowing().set(new Narrowing.Standing(Mark.CONTRADICTED));
            assertThat(shown(model)).isEmpty();
            assertThat(model.narrowedTo()).contains("Contradicted");
        }
    }

    @Test
    void aBarOfAFrameworkLeadsToTheControlsBehindIt() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            open.collect();
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.select(NET_3);
            model.answer(AnswerStatus.MET);
            model.item().save();
            model.visit(new Place.ChecklistFor(new FrameworkId("dora"), Mark.CONTRADICTED));
            assertThat(shown(model)).contains(NET_3);
            assertThat(model.selected().get())
                    .isEqualTo(Optional.of(shown(model).getFirst()));
        }
    }

    @Test
    void theChecklistOfAnEarlierDayCannotBeEdited() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            open.clock.pass(Duration.ofDays(3));
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            open.desk.lookAt(new LookedAt(Optional.of(LocalDate.of(2026, 11, 22)), new LookedAt.Known.Everything()));
            assertThat(model.item().readOnly().getValue())
                    .hasValueSatisfying(why -> assertThat(why).contains("past"));
            model.answer(AnswerStatus.MET);
            assertThat(model.item().form().status().get()).isEmpty();
        }
    }

    @Test
    void theAnswerOfAnEarlierDayIsShownAndWhatWasTypedWaitsForNow() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.NOT_MET).withNote("no segment yet"));
            open.clock.pass(Duration.ofDays(3));
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.MET).withNote("VLAN 40"));
            open.desk.reload();
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.item().form().note().set("VLAN 41, typed and not saved");

            open.desk.lookAt(new LookedAt(Optional.of(LocalDate.of(2026, 11, 22)), new LookedAt.Known.Everything()));
            assertThat(model.item().form().status().get()).contains(AnswerStatus.NOT_MET);
            assertThat(model.item().form().note().get()).isEqualTo("no segment yet");
            assertThat(model.item().history()).hasSize(2);

            open.desk.lookAt(new LookedAt(Optional.empty(), new LookedAt.Known.Entry(2)));
            assertThat(model.item().form().status().get()).isEmpty();
            assertThat(model.item().form().note().get()).isEmpty();
            assertThat(model.item().history()).isEmpty();
            assertThat(open.desk.now().times().size()).isEqualTo(3);

            open.desk.lookAt(LookedAt.NOW);
            assertThat(model.item().form().note().get()).isEqualTo("VLAN 41, typed and not saved");
            assertThat(model.item().saving().get()).isEqualTo(new ItemViewModel.Saving.Unsaved());
            model.item().save();
            assertThat(model.item().history()).hasSize(3);
        }
    }

    @Test
    void anAttachedFileBecomesEvidenceOfTheControl() throws Exception {
        Path file = Files.writeString(folder.resolve("vlan-plan.txt"), "VLAN 40: inference\n");
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.item().attach(file);
            assertThat(model.item().evidence()).hasSize(1);
            assertThat(open.desk.now().posture().control(NET_1).orElseThrow().linked())
                    .hasSize(1);
        }
    }

    @Test
    void anAnswerThatIsChangedInTheWindowStillRestsOnItsEvidence() throws Exception {
        Path file = Files.writeString(folder.resolve("vlan-plan.txt"), "VLAN 40: inference\n");
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            model.item().attach(file);
            ControlPosture attached = open.desk.now().posture().control(NET_1).orElseThrow();
            open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.MET).withEvidence(attached.linked()));
            open.desk.reload();
            model.item().form().note().set("see the plan");
            model.item().save();
            ControlAnswered answer = open.desk
                    .now()
                    .posture()
                    .control(NET_1)
                    .flatMap(ControlPosture::answer)
                    .orElseThrow()
                    .event();
            assertThat(answer.note()).isPresent();
            assertThat(answer.evidence()).isEqualTo(attached.linked());
        }
    }

    private static List<ControlId> shown(ChecklistViewModel model) {
        return model.categories().stream()
                .flatMap(category -> category.items().stream())
                .map(Row.Item::id)
                .toList();
    }
}
