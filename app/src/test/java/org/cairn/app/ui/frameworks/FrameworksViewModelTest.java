package org.cairn.app.ui.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.frameworks.FrameworkLines.CoverageLine;
import org.cairn.app.ui.frameworks.FrameworkLines.MatrixLine;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.crosswalk.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworksViewModelTest {
    @TempDir
    Path folder;

    @Test
    void aFieldOfTheMatrixLeadsToTheReasonOfEachOfItsRows() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            assertThat(model.matrix()).hasSize(65);
            MatrixLine line = model.matrix().getFirst();
            FrameworkId dora = new FrameworkId("dora");
            model.explain(line, Optional.of(dora));
            FrameworkLines.Field field =
                    Optional.ofNullable(line.fields().get(dora)).orElseThrow();
            assertThat(model.explanations()).hasSameSizeAs(field.rows()).allSatisfy(row -> {
                assertThat(row.heading()).contains("NET-1").contains("dora:");
                assertThat(row.strength()).startsWith("Strength ");
                assertThat(row.rationale()).isNotBlank();
                assertThat(row.opinion()).contains("Cairn");
            });
            model.explain(line, Optional.empty());
            assertThat(model.explanations())
                    .hasSize(line.fields().values().stream()
                            .mapToInt(each -> each.rows().size())
                            .sum());
        }
    }

    @Test
    void aBandAndAFilterNarrowTheRequirementsOfTheChosenFramework() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            CoverageLine hipaa = model.coverage().stream()
                    .filter(line -> line.framework().value().equals("hipaa"))
                    .findFirst()
                    .orElseThrow();
            model.framework().set(Optional.of(hipaa.framework()));
            assertThat(model.requirements()).hasSize(hipaa.assessable());
            model.band().set(Optional.of(Band.UNREACHED));
            assertThat(model.requirements())
                    .hasSize(hipaa.counts().getOrDefault(Band.UNREACHED, 0))
                    .allMatch(line -> line.band() == Band.UNREACHED);
            model.band().set(Optional.empty());
            model.typed().set("164.312(a)(2)");
            assertThat(model.requirements())
                    .isNotEmpty()
                    .allMatch(line -> line.number().startsWith("164.312(a)(2)"));
        }
    }

    @Test
    void aRequirementIsToldInPlainWordsWithWhatWouldShowIt() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            choose(model, "Art. 26(6)");
            FrameworkLines.Detail detail = model.detail().get().orElseThrow();
            assertThat(detail.facts())
                    .anyMatch(fact -> fact.contains("binds deployer"))
                    .anyMatch(fact -> fact.startsWith("Applies from "));
            assertThat(detail.parts())
                    .extracting(FrameworkLines.Part::heading)
                    .containsExactly(
                            "In plain words",
                            "Usually answers",
                            "Evidence that would show it, for example",
                            "What auditors typically object to");
            assertThat(detail.controls()).isNotEmpty();
            assertThat(detail.links()).isNotEmpty();
            assertThat(detail.language()).isEmpty();
        }
    }

    @Test
    void aWayOverOthersTellsEachRowAndWhichIsTheWeakest() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            choose(model, "Art. 26(6)");
            assertThat(model.ways().ways().get()).isEmpty();
            model.ways().to().set(Optional.of(new FrameworkId("hipaa")));
            FrameworkLines.Ways ways = model.ways().ways().get().orElseThrow();
            assertThat(ways.best()).isNotEmpty().allSatisfy(way -> {
                assertThat(way.heading()).contains("eu-ai-act:Art. 26(6)").contains("hipaa:");
                assertThat(way.strength()).startsWith("Over ");
                assertThat(way.hops()).hasSizeBetween(2, 3);
                assertThat(way.hops())
                        .filteredOn(hop -> hop.strength().contains("weakest"))
                        .hasSize(1);
                assertThat(way.hops()).allSatisfy(hop -> {
                    assertThat(hop.rationale()).isNotBlank();
                    assertThat(hop.opinion()).startsWith("Opinion of ");
                });
            });
            assertThat(ways.total()).isGreaterThanOrEqualTo(ways.best().size());
            model.framework().set(Optional.of(new FrameworkId("dora")));
            assertThat(model.ways().ways().get()).isEmpty();
        }
    }

    private static void choose(FrameworksViewModel model, String number) {
        model.choose(model.requirements().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void inGermanEverySentenceIsGermanAndWhatIsNotSaysSo() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            choose(model, "Art. 26(6)");
            FrameworkLines.Detail detail = model.detail().get().orElseThrow();
            assertThat(detail.facts()).anyMatch(fact -> fact.contains("bindet Betreiber"));
            assertThat(detail.language()).contains("Die Begründungen sind auf Englisch.");
            assertThat(detail.parts())
                    .extracting(FrameworkLines.Part::heading)
                    .contains("In einfachen Worten (englisch)", "Was Prüfer gewöhnlich beanstanden");
            assertThat(detail.controls())
                    .allSatisfy(row -> assertThat(row.opinion())
                            .startsWith("Einschätzung von Cairn, ")
                            .matches(".*[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void responsibilitiesAndThreatsAreCards() throws Exception {
        try (OpenDesk open = new OpenDesk(folder.resolve("bank"))) {
            FrameworksViewModel model = new FrameworksViewModel(open.desk, OpenDesk.library());
            model.open();
            assertThat(model.responsibilities()).hasSize(7);
            assertThat(model.threats())
                    .hasSize(4)
                    .allSatisfy(card -> assertThat(card.facts())
                            .allSatisfy(fact -> assertThat(fact.text()).isNotBlank()));
        }
    }
}
