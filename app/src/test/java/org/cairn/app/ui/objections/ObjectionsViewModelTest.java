package org.cairn.app.ui.objections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.ui.OpenDesk;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.objections.ObjectionsViewModel.Line;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectionsViewModelTest {
    private static final ControlId NET_1 = new ControlId("NET-1");

    private final OpenDesk open;
    private final ObjectionsViewModel model;

    ObjectionsViewModelTest(@TempDir Path temporary) throws WorkspaceException {
        open = new OpenDesk(temporary.resolve("workspace"));
        model = new ObjectionsViewModel(open.desk, OpenDesk.library());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private List<Line.Head> heads() {
        return model.lines().stream()
                .flatMap(
                        line -> line instanceof Line.Head head ? List.of(head).stream() : List.<Line.Head>of().stream())
                .toList();
    }

    private List<Line.Item> items() {
        return model.lines().stream()
                .flatMap(
                        line -> line instanceof Line.Item item ? List.of(item).stream() : List.<Line.Item>of().stream())
                .toList();
    }

    @Test
    void whatAnAuditorWouldSayIsListedGravestFirstAndEachLineOpensItsRow() throws Exception {
        open.workspace.answer(AnswerRequest.of(NET_1, AnswerStatus.MET));
        open.desk.reload();
        assertThat(model.lines()).isEmpty();
        model.show(true);
        assertThat(heads()).extracting(Line.Head::kind).isSorted().contains(ObjectionKind.NO_EVIDENCE);
        assertThat(items()).anySatisfy(item -> {
            assertThat(item.rows()).isEqualTo("NET-1");
            assertThat(item.said()).startsWith("answered as done");
            assertThat(item.leads()).isEqualTo(new Place.ChecklistItem(NET_1));
        });
        int stand = heads().stream().mapToInt(Line.Head::count).sum();
        assertThat(model.sum().getValue()).contains(new ObjectionsViewModel.Sum(stand, heads().size()));
    }

    @Test
    void hundredsOfAKindBeginFoldedAndUnfold() {
        model.show(true);
        Line.Head unanswered = heads().getLast();
        assertThat(unanswered.count()).isGreaterThan(40);
        assertThat(unanswered.folded()).isTrue();
        int before = items().size();
        model.toggle(unanswered);
        assertThat(items()).hasSize(before + unanswered.count());
        model.toggle(heads().getLast());
        assertThat(items()).hasSize(before);
    }

    @Test
    void oneFrameworkIsAskedOfAlone() {
        model.show(true);
        int all = model.sum().getValue().orElseThrow().objections();
        FrameworkId one = model.frameworks().getValue().keySet().iterator().next();
        model.framework().set(Optional.of(one));
        assertThat(model.sum().getValue().orElseThrow().objections())
                .isPositive()
                .isLessThan(all);
    }
}
