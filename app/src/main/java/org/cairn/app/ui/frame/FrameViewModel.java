package org.cairn.app.ui.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.LookedAt;
import org.cairn.app.ui.desk.LookedAt.Known;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.palette.PaletteViewModel;
import org.cairn.app.workspace.TwoTimes;

/// What stands around every screen. Confined to the UI executor.
public final class FrameViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(FrameViewModel.class);
    private final Moments moments;
    private final LifeViewModel life;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.POSTURE);
    private final ReadOnlyObjectProperty<Snapshot> snapshot;
    private final Runnable ahead;
    private Optional<Snapshot> prepared = Optional.empty();

    /// @param ahead begins to read what pages show of a state only when they are asked, and returns at once
    public FrameViewModel(Desk desk, Runnable ahead) {
        this.ahead = ahead;
        this.desk = desk;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.snapshot = desk.snapshot();
        this.life = new LifeViewModel(desk);
    }

    LifeViewModel life() {
        return life;
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    /// The pages by their words, each with its key.
    public List<PaletteViewModel.Way> pages() {
        return Arrays.stream(Page.values())
                .map(each -> new PaletteViewModel.Way(
                        texts.text("page." + Texts.keyOf(each)),
                        texts.text("page.help", each.key()),
                        () -> page.set(each)))
                .toList();
    }

    /// The text sizes by their words, each with its key where it has one of its own.
    public List<PaletteViewModel.Way> textSizes(Looks looks) {
        return Arrays.stream(TextSize.values())
                .map(each -> new PaletteViewModel.Way(
                        texts.text("text-size.to", each.percent()),
                        texts.text(each == TextSize.USUAL ? "text-size.back.keys" : "text-size.keys"),
                        () -> looks.textSize().set(each)))
                .toList();
    }

    public ObservableValue<String> organisation() {
        return snapshot.map(s -> s.about().organisation());
    }

    public ObservableValue<String> origin() {
        return snapshot.map(s -> s.about().origin());
    }

    /// Whether it is a sample to look around in.
    public ObservableValue<Boolean> sample() {
        return snapshot.map(s -> s.about().sample());
    }

    /// Who has signed this ledger's state outside the owner's hands, literally.
    public ObservableValue<String> witnesses() {
        return snapshot.map(s -> s.about().witnesses().vouching().isEmpty()
                ? texts.text("witness.none")
                : texts.text("witness.some", s.about().witnesses().vouching().size()));
    }

    ObservableValue<Snapshot> shown() {
        return snapshot;
    }

    /// Reads ahead what may be asked of the state that is shown; once for each.
    void prepare() {
        Snapshot now = snapshot.get();
        if (prepared.filter(now::equals).isEmpty()) {
            prepared = Optional.of(now);
            ahead.run();
        }
    }

    /// Whether anything is being read or done.
    boolean busy() {
        return desk.busy().get();
    }

    public ObservableValue<Optional<Problem>> problem() {
        return desk.problem();
    }

    /// What a person has to know before anything else.
    public ObservableValue<List<String>> alarms() {
        return snapshot.map(s -> s.about().alarms());
    }

    /// Said in colour when a past state is looked at, or when the workspace is open for reading; empty otherwise.
    public ObservableValue<Optional<String>> editingOff() {
        return snapshot.map(this::editingOff);
    }

    private Optional<String> editingOff(Snapshot shown) {
        return shown.readOnly().map(why -> switch (why) {
            case PAST -> past(shown);
            case NOBODY_SIGNS, READING -> texts.text(Texts.keyOf(why));
        });
    }

    private String past(Snapshot shown) {
        TwoTimes times = shown.times();
        String validAt =
                shown.lookedAt().valid().isPresent() ? moments.minute(times.validAt()) : texts.text("past.now");
        String known = switch (shown.lookedAt().known()) {
            case Known.Everything _ -> texts.text("past.known-now");
            case Known.Day _ -> texts.text("past.known-day", moments.minute(times.knownAt()));
            case Known.Entry(long number) -> texts.text("past.known-entry", number, moments.minute(times.knownAt()));
        };
        return texts.text("past", validAt, known, times.size(), shown.about().size());
    }

    public boolean lookingBack() {
        return !snapshot.get().lookedAt().now();
    }

    public LocalDate today() {
        return day(snapshot.get().takenAt());
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(desk.zone()).toLocalDate();
    }

    public void validOn(LocalDate day) {
        look(new LookedAt(earlier(day), desk.lookingAt().known()));
    }

    public void knownOn(LocalDate day) {
        look(new LookedAt(
                desk.lookingAt().valid(),
                earlier(day).<Known>map(Known.Day::new).orElseGet(Known.Everything::new)));
    }

    /// @param typed digits of an entry; empty counts everything
    public void knownWith(String typed) {
        Known known = typed.isBlank() ? new Known.Everything() : new Known.Entry(Long.parseLong(typed.strip()));
        look(new LookedAt(desk.lookingAt().valid(), known));
    }

    private void look(LookedAt wanted) {
        if (!wanted.equals(desk.lookingAt())) {
            desk.lookAt(wanted);
        }
    }

    private Optional<LocalDate> earlier(LocalDate day) {
        return Optional.of(day).filter(chosen -> chosen.isBefore(today()));
    }

    public void backToNow() {
        desk.lookAt(LookedAt.NOW);
    }

    /// What the choice of times shows.
    /// @param valid the day that is shown
    /// @param known the day up to whose end, or up to an entry of which, entries are taken into account
    /// @param entry the last entry that counts, where it was chosen by that
    record Chosen(LocalDate valid, LocalDate known, Optional<Long> entry) {}

    ObservableValue<Chosen> chosen() {
        return snapshot.map(shown -> new Chosen(
                day(shown.times().validAt()),
                day(shown.times().knownAt()),
                shown.lookedAt().known() instanceof Known.Entry(long number) ? Optional.of(number) : Optional.empty()));
    }
}
