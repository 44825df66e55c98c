package org.cairn.app.ui.frameworks;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.frameworks.FrameworkLines.Ways;
import org.cairn.app.ui.kit.Problem;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;

/// Ways from the chosen requirement to those of another framework. Confined to the UI executor; the search runs in the
/// background.
public final class WaysViewModel {
    private final Desk desk;
    private final Supplier<FrameworksReading> reading;
    private final ObjectProperty<Optional<RequirementId>> from = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<FrameworkId>> to = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ways>> ways = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem;

    WaysViewModel(Desk desk, Supplier<FrameworksReading> reading, ReadOnlyObjectWrapper<Optional<Problem>> problem) {
        this.desk = desk;
        this.reading = reading;
        this.problem = problem;
        from.subscribe((_, _) -> search());
        to.subscribe((_, _) -> search());
    }

    ObjectProperty<Optional<RequirementId>> from() {
        return from;
    }

    /// Empty until somebody wants to know.
    public ObjectProperty<Optional<FrameworkId>> to() {
        return to;
    }

    /// Empty while no framework is chosen.
    public ReadOnlyObjectProperty<Optional<Ways>> ways() {
        return ways.getReadOnlyProperty();
    }

    private void search() {
        ways.set(Optional.empty());
        if (from.get().isPresent() && to.get().isPresent()) {
            Optional<RequirementId> start = from.get();
            Optional<FrameworkId> end = to.get();
            FrameworksReading of = reading.get();
            desk.ask(
                    () -> of.ways(start.get(), end.get()),
                    found -> {
                        if (start.equals(from.get()) && end.equals(to.get())) {
                            ways.set(Optional.of(found));
                        }
                    },
                    why -> problem.set(Optional.of(why)));
        }
    }
}
