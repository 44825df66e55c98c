package org.cairn.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Threads;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
    private static final ControlId NET_3 = new ControlId("NET-3");

    @TempDir
    Path folder;

    @Test
    void pagesAreListedBeforeAnythingIsRead() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            List<Runnable> waiting = new ArrayList<>();
            Desk desk = new Desk(
                    open.workspace,
                    open.desk.now(),
                    new Threads(waiting::add, Runnable::run),
                    open.clock,
                    open.desk.zone());
            PaletteViewModel model = new PaletteViewModel(
                    desk,
                    OpenDesk.library(),
                    open.visited::add,
                    new PaletteViewModel.Ways(
                            List.of(new PaletteViewModel.Way("Ledger", "Ctrl+6", () -> {})), List.of()));
            model.open();
            assertThat(waiting).isNotEmpty();
            assertThat(model.result().get().lines()).extracting(Found::title).containsExactly("Ledger");
        }
    }

    @Test
    void notesEvidenceControlsAndRequirementsAreFoundByAllTheirWordsAndLeadThere() throws Exception {
        try (OpenDesk open = new OpenDesk(folder)) {
            open.collect();
            open.workspace.answer(AnswerRequest.of(NET_3, AnswerStatus.MET).withNote("Behind the QUARTZLINE balancer"));
            open.desk.reload();
            PaletteViewModel model = new PaletteViewModel(
                    open.desk,
                    OpenDesk.library(),
                    open.visited::add,
                    new PaletteViewModel.Ways(
                            List.of(new PaletteViewModel.Way(
                                    "Ledger", "Ctrl+6", () -> open.visited.add(new Place.LedgerPage()))),
                            List.of(new PaletteViewModel.Way("Text size 150 %", "Ctrl+Plus", () -> {}))));
            model.open();
            assertThat(model.result().get().lines()).extracting(Found::title).containsExactly("Ledger");

            model.typed().set("size 150");
            assertThat(model.result().get().lines()).extracting(Found::kind).containsExactly(Found.Kind.COMMAND);
            model.typed().set("balancer quartzline");
            assertThat(model.result().get().lines()).extracting(Found::kind).containsExactly(Found.Kind.NOTE);
            model.result().get().lines().getFirst().open().run();
            model.typed().set("network.listening-sockets");
            assertThat(model.result().get().lines()).extracting(Found::kind).contains(Found.Kind.EVIDENCE);
            model.typed().set("net-3");
            assertThat(model.result().get().lines().getFirst().kind()).isEqualTo(Found.Kind.CONTROL);
            model.typed().set("art. 9(4)(b) dora");
            assertThat(model.result().get().lines()).extracting(Found::kind).contains(Found.Kind.REQUIREMENT);
            model.result().get().lines().stream()
                    .filter(found -> found.kind() == Found.Kind.REQUIREMENT)
                    .findFirst()
                    .orElseThrow()
                    .open()
                    .run();
            assertThat(open.visited.getFirst()).isEqualTo(new Place.ChecklistItem(NET_3));
            assertThat(open.visited.getLast())
                    .isInstanceOfSatisfying(
                            Place.ChecklistReaching.class,
                            place -> assertThat(place.requirement().text()).startsWith("dora:Art. 9(4)"));
            model.typed().set("no such words anywhere");
            assertThat(model.result().get()).isEqualTo(PaletteViewModel.Result.NOTHING);

            model.close();
            model.typed().set("balancer");
            assertThat(model.result().get().lines()).isEmpty();
        }
    }
}
