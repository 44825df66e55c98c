package org.cairn.app.ui.settings;

import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.ErasureRequest;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.HoldLine;
import org.cairn.app.workspace.KnownCopy;
import org.cairn.app.workspace.RetentionLine;
import org.cairn.app.workspace.RetentionOverview;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.checklist.retention.Retention;
import org.cairn.checklist.retention.RetentionRules;
import org.cairn.evidence.EvidenceId;

/// How long records are kept, what holds them, and proposals to erase them. Confined to the UI executor.
public final class KeepingViewModel {
    private static final String EVIDENCE_FORM = "[0-9a-f]{64}";

    private final Desk desk;
    private final Texts texts = Texts.beside(KeepingViewModel.class);
    private final Moments moments;
    private final Followed<RetentionOverview> read;
    private final Followed<List<HoldLine>> held;
    private final ObservableList<RetentionLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RetentionLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final Doing erasing;
    private final Doing holding;
    private final Doing ruling;

    public KeepingViewModel(Desk desk) {
        this.desk = desk;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.erasing = new Doing(desk);
        this.holding = new Doing(desk);
        this.ruling = new Doing(desk);
        this.read = new Followed<>(desk, _ -> desk.workspace().keeping().overview());
        this.held = new Followed<>(desk, now -> now.state().holds());
        read.value().subscribe(now -> {
            Optional<Long> kept = selected.get().map(RetentionLine::entry);
            lines.setAll(now.map(RetentionOverview::records).orElse(List.of()));
            selected.set(lines.stream()
                    .filter(line -> kept.equals(Optional.of(line.entry())))
                    .findFirst());
        });
    }

    void show(boolean seen) {
        read.show(seen);
        held.show(seen);
    }

    ObservableList<RetentionLine> lines() {
        return lines;
    }

    ObservableValue<List<RetentionRules.Notice>> notices() {
        return read.value().map(now -> now.map(RetentionOverview::notices).orElse(List.of()));
    }

    ObservableValue<List<HoldLine>> holds() {
        return held.value().map(now -> now.orElse(List.of()));
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    ObjectProperty<Optional<RetentionLine>> selected() {
        return selected;
    }

    Doing erasing() {
        return erasing;
    }

    Doing holding() {
        return holding;
    }

    Doing ruling() {
        return ruling;
    }

    private static Optional<EvidenceId> piece(RetentionLine line) {
        return line.id().matches(EVIDENCE_FORM) ? Optional.of(EvidenceId.parse(line.id())) : Optional.empty();
    }

    String what(RetentionLine line) {
        return piece(line)
                .map(id -> texts.text(
                        "keeping.evidence",
                        id.shortForm(),
                        desk.now()
                                .evidence(id)
                                .map(recorded -> recorded.evidence().collector().value())
                                .orElse("–")))
                .orElseGet(() -> texts.text("keeping.answer", line.id()));
    }

    String state(RetentionLine line) {
        String holds = line.holds().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return texts.text("keeping.state." + Texts.keyOf(line.state()), holds);
    }

    String until(RetentionLine line) {
        return line.retention().floor().map(this::term).orElse("");
    }

    String due(RetentionLine line) {
        return line.retention().ceiling().map(this::term).orElse("");
    }

    private String term(Retention.Term term) {
        String day = moments.day(term.until().atZone(ZoneOffset.UTC).toLocalDate());
        return term.running() ? texts.text("keeping.or-later", day) : day;
    }

    String by(RetentionLine line) {
        return line.retention()
                .floor()
                .or(() -> line.retention().ceiling())
                .map(term -> term.rule().framework().map(id -> id + " ").orElse("")
                        + term.rule().citation())
                .orElse("");
    }

    String placed(HoldLine hold) {
        return texts.text(
                "hold.placed",
                hold.entry(),
                moments.day(hold.placedAt().atZone(ZoneOffset.UTC).toLocalDate()));
    }

    /// Proposes that what is selected is destroyed; a second person decides.
    void propose(ErasureReason reason, String basis, String override) {
        Optional<Target> target = selected.get()
                .map(line -> piece(line)
                        .<Target>map(Target.Evidence::new)
                        .orElseGet(() -> new Target.TextsOf(line.entry())));
        target.ifPresent(what -> erasing.change(
                () -> {
                    desk.workspace()
                            .keeping()
                            .proposeErasure(new ErasureRequest(
                                    what,
                                    reason,
                                    basis.strip(),
                                    Optional.of(override.strip()).filter(words -> !words.isEmpty())));
                    return desk.workspace().keeping().copiesOf(what);
                },
                this::proposed));
    }

    private String proposed(List<KnownCopy> copies) {
        return texts.text("erase.done", copies.size());
    }

    /// @param everything otherwise only what is selected
    void hold(boolean everything, String reason) {
        if (!everything && selected.get().isEmpty()) {
            holding.refuse("W-HOLD", texts.text("hold.choose"));
            return;
        }
        Optional<RetentionLine> one = everything ? Optional.empty() : selected.get();
        holding.change(
                () -> desk.workspace()
                        .keeping()
                        .placeHold(
                                one.flatMap(KeepingViewModel::piece).stream().toList(),
                                one
                                        .filter(line -> piece(line).isEmpty())
                                        .map(line -> org.cairn.checklist.Subject.parse(line.id()))
                                        .stream()
                                        .toList(),
                                reason.strip()),
                entry -> texts.text("hold.done", entry));
    }

    void lift(HoldLine hold, String reason) {
        holding.change(
                () -> desk.workspace().keeping().liftHold(hold.entry(), reason.strip()),
                entry -> texts.text("hold.lifted", entry));
    }

    /// @param period as ISO 8601 writes it, e.g. `P6M`; empty takes the rule back
    void rule(String appliesTo, Bound bound, String period, String reason) {
        try {
            Optional<Period> parsed = period.isBlank() ? Optional.empty() : Optional.of(Period.parse(period.strip()));
            ruling.change(
                    () -> desk.workspace().keeping().setPeriod(appliesTo.strip(), bound, parsed, reason.strip()),
                    entry -> texts.text("rule.done", entry));
        } catch (DateTimeParseException _) {
            ruling.refuse("W-PERIOD", texts.text("rule.period.wrong", period));
        }
    }
}
