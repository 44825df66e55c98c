package org.cairn.app.ui.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.ScopeProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeViewModelTest {
    private static final ScopeFact ENTITY = new ScopeFact("dora.entity");

    private final OpenDesk open;
    private final ScopeViewModel model;

    ScopeViewModelTest(@TempDir Path temporary) throws WorkspaceException {
        open = new OpenDesk(temporary.resolve("workspace"));
        model = new ScopeViewModel(open.desk, OpenDesk.library());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private ScopeProfile profile(String id) {
        return model.profiles().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProfileOnlyProposesAndTheSummaryTellsWhatWouldFollow() throws WorkspaceException {
        long size = open.workspace.describe().size();
        Summary before = model.summary().get();
        model.propose(profile("eu-bank-own-llm"));
        assertThat(before.outOfScope()).isZero();
        assertThat(model.summary().get().outOfScope()).isGreaterThan(100);
        assertThat(model.summary().get().unscoped()).isLessThan(before.unscoped());
        assertThat(model.summary().get().changes())
                .isEqualTo(profile("eu-bank-own-llm").facts().size());
        assertThat(open.workspace.describe().size()).isEqualTo(size);
    }

    @Test
    void whatIsRecordedIsAnEntryEachAndIsShownWithItsEntry() {
        model.propose(profile("eu-bank-own-llm"));
        model.record();
        assertThat(model.summary().get().changes()).isZero();
        assertThat(open.desk.now().posture().scope().systems()).containsKey(new SystemId("assistant"));
        assertThat(open.desk
                        .now()
                        .posture()
                        .scope()
                        .known(ENTITY, Optional.empty())
                        .map(StatedFact::answer))
                .contains("yes");
    }

    @Test
    void nothingIsRecordedWithoutAReason() {
        model.draft(ENTITY, "yes", " ");
        assertThat(model.recordable()).isFalse();
        model.record();
        assertThat(open.desk.now().posture().scope().stated()).isEmpty();
        model.reason(ENTITY, "We are a bank.");
        assertThat(model.recordable()).isTrue();
        model.record();
        assertThat(open.desk.now().posture().scope().stated()).hasSize(1);
    }

    @Test
    void aFactOfASystemNeedsTheNameOfOne() {
        model.draft(new ScopeFact("ai.deployer"), "yes", "We use it.");
        assertThat(model.recordable()).isFalse();
        model.system().set("Loans desk");
        assertThat(model.recordable()).isTrue();
        model.record();
        assertThat(open.desk.now().posture().scope().systems()).containsKey(new SystemId("loans-desk"));
    }

    @Test
    void aQuestionBehindANoIsShownAsAnswered() {
        int group = model.groups().indexOf("DORA: kind of financial entity");
        model.go(group);
        model.draft(ENTITY, "no", "We are none.");
        assertThat(model.rows().get()).filteredOn(QuestionRow::settled).hasSize(20);
    }
}
