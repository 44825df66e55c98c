package org.cairn.app.ui.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.workspace.Classification;
import org.cairn.app.workspace.HandedIn;
import org.cairn.app.workspace.LookedAtPiece;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// One piece that waits to be recorded, and what the person says of it. Confined to the UI executor.
public final class Draft {
    private final LookedAtPiece piece;
    private final StringProperty title;
    private final ObjectProperty<Optional<LocalDate>> effective = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LocalDate>> expires = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Classification>> classification =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ControlId> controls = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<EvidenceId>> replaces = new SimpleObjectProperty<>(Optional.empty());

    /// The row of a requirement that no control reaches.
    private final Optional<RequirementId> row;

    Draft(LookedAtPiece piece, Optional<Subject> beside) {
        this.piece = piece;
        this.title = new SimpleStringProperty(piece.content().name());
        beside.filter(ControlId.class::isInstance).map(ControlId.class::cast).ifPresent(controls::add);
        this.row = beside.filter(RequirementId.class::isInstance).map(RequirementId.class::cast);
    }

    public LookedAtPiece piece() {
        return piece;
    }

    public StringProperty title() {
        return title;
    }

    /// The day whose state it shows.
    public ObjectProperty<Optional<LocalDate>> effective() {
        return effective;
    }

    /// The last day on which it counts.
    public ObjectProperty<Optional<LocalDate>> expires() {
        return expires;
    }

    public ObjectProperty<Optional<Classification>> classification() {
        return classification;
    }

    public ObservableList<ControlId> controls() {
        return controls;
    }

    public ObjectProperty<Optional<EvidenceId>> replaces() {
        return replaces;
    }

    /// All that may be the same for several pieces.
    void takeFrom(Draft other) {
        effective.set(other.effective.get());
        expires.set(other.expires.get());
        classification.set(other.classification.get());
        controls.setAll(other.controls);
    }

    /// What it is attached to.
    List<Subject> subjects() {
        List<Subject> all = new ArrayList<>();
        row.ifPresent(all::add);
        all.addAll(controls);
        return all;
    }

    HandedIn handedIn() {
        return new HandedIn(
                piece.content(),
                title.get(),
                effective.get(),
                expires.get(),
                classification.get(),
                subjects(),
                replaces.get());
    }
}
