package org.cairn.app.ui.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFilterTest {
    @TempDir
    Path folder;

    @Test
    void aFilterComesBackFromItsLineAndAStrangeLineIsNone() {
        for (Narrowing narrowing : List.of(
                new Narrowing.Everything(),
                new Narrowing.Unanswered(),
                new Narrowing.Standing(Mark.STALE),
                new Narrowing.Chosen(
                        "DORA: stale, and more", Set.of(new ControlId("NET-1"), new ControlId("ACC-12"))))) {
            SavedFilter filter = new SavedFilter("Mine", "net", narrowing);
            assertThat(SavedFilter.read("Mine", "net", filter.narrowingLine())).contains(filter);
        }
        for (String line : List.of("", "all", "standing:", "standing:fine", "chosen:", "chosen::x", "chosen:net 1:x")) {
            assertThat(SavedFilter.read("Mine", "", line)).as(line).isEmpty();
        }
        assertThat(SavedFilter.read(" ", "", "everything")).isEmpty();
    }

    @Test
    void namedFiltersAreAppliedReplacedByNameForgottenAndThereAgainLater() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            KeptInMemory shelf = new KeptInMemory();
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), shelf);
            model.typed().set("net");
            model.filters().save(" Network ");
            model.typed().set("");
            model.narrowing().set(new Narrowing.Unanswered());
            model.filters().save("Open");
            model.filters().save("  ");

            ChecklistViewModel later = new ChecklistViewModel(open.desk, OpenDesk.library(), shelf);
            assertThat(later.filters().saved()).extracting(SavedFilter::name).containsExactly("Network", "Open");
            later.filters().apply(later.filters().saved().getFirst());
            assertThat(later.typed().get()).isEqualTo("net");
            assertThat(later.categories()).hasSize(1);
            later.typed().set("acc");
            later.filters().save("Network");
            assertThat(shelf.filters())
                    .containsExactly(
                            new SavedFilter("Network", "acc", new Narrowing.Everything()),
                            new SavedFilter("Open", "", new Narrowing.Unanswered()));
            later.filters().forget(later.filters().saved().getFirst());
            assertThat(shelf.filters()).extracting(SavedFilter::name).containsExactly("Open");
        }
    }

    @Test
    void byFrameworkEveryRequirementStandsBelowItsChapterWithItsControlsAndTheFilterHolds() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("w"))) {
            ChecklistViewModel model = new ChecklistViewModel(open.desk, OpenDesk.library(), new KeptInMemory());
            assertThat(model.frameworks().get()).isEmpty();
            model.arrangement().set(Arrangement.FRAMEWORK);
            assertThat(model.frameworks().get()).extracting(Row.Group::key).containsExactly("dora", "iso27001");
            Row.Group iso = model.frameworks().get().getLast();
            int assessable = open.desk
                    .now()
                    .posture()
                    .framework(new FrameworkId("iso27001"))
                    .orElseThrow()
                    .requirements()
                    .size();
            assertThat(iso.total()).isEqualTo(assessable);
            assertThat(iso.states().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(assessable);
            List<Row> chapters = iso.below().get();
            assertThat(chapters).hasSizeBetween(5, 30);
            assertThat(chapters.stream().mapToInt(SavedFilterTest::size).sum()).isEqualTo(assessable);
            assertThat(chapters.stream()
                            .flatMap(SavedFilterTest::demands)
                            .flatMap(demand -> demand.controls().stream())
                            .map(Row.Item::id))
                    .contains(new ControlId("NET-1"));

            model.typed().set("8.22");
            Row.Group narrowed = model.frameworks().get().getLast();
            assertThat(narrowed.below().get().stream().flatMap(SavedFilterTest::demands))
                    .extracting(demand -> demand.posture().requirement().id().number())
                    .contains("A.8.22");
            assertThat(narrowed.total()).isLessThan(10);
            model.typed().set("no such thing");
            assertThat(model.nothingFits()).isTrue();
            assertThat(Optional.of(model.frameworks().get())).contains(List.of());
        }
    }

    private static int size(Row row) {
        return (int) demands(row).count();
    }

    private static java.util.stream.Stream<Row.Demand> demands(Row row) {
        return switch (row) {
            case Row.Group group -> group.below().get().stream().flatMap(SavedFilterTest::demands);
            case Row.Demand demand -> java.util.stream.Stream.of(demand);
            case Row.Item _, Row.Category _ -> java.util.stream.Stream.empty();
        };
    }
}
