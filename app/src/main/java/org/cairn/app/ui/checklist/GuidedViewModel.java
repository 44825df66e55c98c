package org.cairn.app.ui.checklist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cairn.app.ui.desk.Desk;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;

/// One control after another that has no answer yet, and nothing else in sight. Begins where it was left. Confined to
/// the UI executor.
public final class GuidedViewModel {
    private final Desk desk;
    private final ChecklistViewModel checklist;
    private final Shelf shelf;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Closed());
    private final Deque<ControlId> before = new ArrayDeque<>();
    private final Set<ControlId> skipped = new HashSet<>();

    GuidedViewModel(Desk desk, ChecklistViewModel checklist, Shelf shelf) {
        this.desk = desk;
        this.checklist = checklist;
        this.shelf = shelf;
        desk.snapshot().subscribe((_, _) -> count());
    }

    public sealed interface Step {
        record Closed() implements Step {}

        /// @param at       which of all controls it is, counted from 1
        /// @param answered how many of them have an answer
        record Asking(ControlId control, int at, int of, int answered) implements Step {}

        /// @param skipped how many were left without an answer
        record Done(int of, int answered, int skipped) implements Step {}
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    boolean open() {
        return !(step.get() instanceof Step.Closed);
    }

    public void begin() {
        before.clear();
        skipped.clear();
        Optional<ControlId> left = shelf.walkedTo().filter(this::unanswered);
        show(left.or(() -> after(shelf.walkedTo())));
    }

    public void leave() {
        step.set(new Step.Closed());
    }

    /// Records the answer and goes on once it is durable; without an answer it says that one is needed.
    void saveAndNext() {
        if (step.get() instanceof Step.Asking(ControlId control, var _, var _, var _)) {
            ItemViewModel item = checklist.item();
            if (item.form().status().get().isEmpty()) {
                item.needAnswer();
            } else {
                item.save(() -> forward(control));
            }
        }
    }

    private void forward(ControlId from) {
        before.push(from);
        show(after(Optional.of(from)).filter(next -> !next.equals(from)));
    }

    /// Goes on without an answer; the control comes again the next time.
    public void skip() {
        if (step.get() instanceof Step.Asking(ControlId control, var _, var _, var _)) {
            skipped.add(control);
            before.push(control);
            show(after(Optional.of(control)));
        }
    }

    /// To the control before, answered or not.
    public void back() {
        if (!before.isEmpty()) {
            ControlId last = before.pop();
            skipped.remove(last);
            show(Optional.of(last));
        }
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    private void show(Optional<ControlId> control) {
        control.ifPresent(shown -> {
            shelf.walkTo(shown);
            checklist.select(shown);
        });
        step.set(control.map(this::asking).orElseGet(this::done));
    }

    /// The next one without an answer, from there on and round, that was not skipped on this walk.
    private Optional<ControlId> after(Optional<ControlId> from) {
        List<ControlId> all = all();
        int start = from.map(all::indexOf).orElse(-1) + 1;
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((start + i) % all.size()))
                .filter(this::unanswered)
                .filter(id -> !skipped.contains(id) && !from.equals(Optional.of(id)))
                .findFirst();
    }

    private List<ControlId> all() {
        return desk.now().posture().controls().stream()
                .map(each -> each.control().id())
                .toList();
    }

    private boolean unanswered(ControlId control) {
        return desk.now()
                .posture()
                .control(control)
                .filter(each -> each.status().isEmpty())
                .isPresent();
    }

    private Step asking(ControlId control) {
        List<ControlId> all = all();
        return new Step.Asking(control, all.indexOf(control) + 1, all.size(), answered());
    }

    private Step done() {
        return new Step.Done(all().size(), answered(), skipped.size());
    }

    private int answered() {
        return (int) desk.now().posture().controls().stream()
                .map(ControlPosture::status)
                .filter(Optional::isPresent)
                .count();
    }

    /// What is shown beside the control follows what is recorded.
    private void count() {
        switch (step.get()) {
            case Step.Asking(ControlId control, var _, var _, var _) -> step.set(asking(control));
            case Step.Done _ -> step.set(done());
            case Step.Closed _ -> {}
        }
    }
}
