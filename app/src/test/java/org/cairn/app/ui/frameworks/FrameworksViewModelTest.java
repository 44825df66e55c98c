package org.cairn.app.ui.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.frameworks.FrameworkLines.CoverageLine;
import org.cairn.app.ui.frameworks.FrameworkLines.MatrixLine;
import org.cairn.app.ui.frameworks.FrameworkLines.RequirementLine;
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
            assertThat(model.explanations())
                    .hasSameSizeAs(field.rows())
                    .allSatisfy(row -> {
                        assertThat(row.heading()).startsWith("NET-1 and dora:");
                        assertThat(row.relation()).contains("strength");
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
            RequirementLine line = model.requirements().stream()
                    .filter(each -> each.number().equals("Art. 26(6)"))
                    .findFirst()
                    .orElseThrow();
            model.choose(line);
            FrameworkLines.Detail detail = model.detail().get().orElseThrow();
            assertThat(detail.plain()).isPresent();
            assertThat(detail.evidence()).hasSizeBetween(2, 4);
            assertThat(detail.objections()).isNotEmpty();
            assertThat(detail.controls()).isNotEmpty();
            assertThat(detail.links()).isNotEmpty();
            assertThat(detail.language()).isEmpty();
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
