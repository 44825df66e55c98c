package org.cairn.app.ui.log;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.StateAt;

/// The entries that the table shows, newest first: all that the shown state knows, read page by page as they are looked
/// at, or those that a search finds, page after page in the background. Confined to the UI executor.
public final class LedgerEntries {
    /// Where a search stops. Nobody reads on; a longer word finds fewer.
    static final int MOST_FOUND = 2_000;

    /// Entries that one step of a search reads.
    private static final long STEP = 1_000;

    private final Desk desk;
    private final Texts texts = Texts.beside(LedgerEntries.class);
    private final EntryTexts words;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ObservableList<EntryLine>> lines =
            new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
    private final ReadOnlyObjectWrapper<LongWork> search = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<String> count = new ReadOnlyObjectWrapper<>("");
    private long searches;

    LedgerEntries(Desk desk) {
        this.desk = desk;
        this.words = new EntryTexts(new Moments(desk.zone(), Texts.beside(Texts.class)), texts);
        desk.snapshot().subscribe(_ -> refresh());
        typed.subscribe((_, _) -> refresh());
    }

    public StringProperty typed() {
        return typed;
    }

    /// Another list whenever another state is shown or something else is searched for.
    public ReadOnlyObjectProperty<ObservableList<EntryLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    /// The search under way.
    public ReadOnlyObjectProperty<LongWork> search() {
        return search.getReadOnlyProperty();
    }

    /// How many entries there are, or were found.
    public ReadOnlyObjectProperty<String> count() {
        return count.getReadOnlyProperty();
    }

    /// Ends a search; what it found stays.
    public void stop() {
        if (search.get().running()) {
            searches++;
            search.set(new LongWork.Idle());
        }
    }

    private void refresh() {
        searches++;
        search.set(new LongWork.Idle());
        StateAt state = desk.now().state();
        String wanted = typed.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            long size = state.times().size();
            lines.set(new PagedEntries(size, (into, from, to) -> read(state, into, from, to), words::waiting));
            count.set(texts.text("count", size));
        } else {
            lines.set(FXCollections.observableArrayList());
            count.set("");
            search(
                    new Search(searches, state, wanted, lines.get()),
                    state.times().size());
        }
    }

    private void read(StateAt state, PagedEntries into, long from, long to) {
        desk.ask(
                () -> words.page(state.log(from, to), from, to),
                page -> into.arrived(from, page),
                why -> search.set(new LongWork.Failed(why)));
    }

    /// @param number tells it from those begun later
    private record Search(long number, StateAt state, String wanted, ObservableList<EntryLine> found) {
        List<EntryLine> step(EntryTexts words, long from, long to) throws Exception {
            return state.log(from, to).reversed().stream()
                    .map(words::line)
                    .filter(line -> EntryTexts.fits(line, wanted))
                    .toList();
        }
    }

    /// Goes on below entry `to`.
    private void search(Search mine, long to) {
        long size = mine.state().times().size();
        double part = size == 0 ? 1 : (double) (size - to) / size;
        search.set(new LongWork.Running(texts.text("searching", to), OptionalDouble.of(part), false));
        long from = Math.max(0, to - STEP);
        desk.ask(
                () -> mine.step(words, from, to),
                fitting -> {
                    if (mine.number() == searches) {
                        found(mine, fitting, from);
                    }
                },
                why -> failed(mine, why));
    }

    private void found(Search mine, List<EntryLine> fitting, long from) {
        mine.found()
                .addAll(fitting.subList(
                        0, Math.min(fitting.size(), MOST_FOUND - mine.found().size())));
        boolean full = mine.found().size() == MOST_FOUND;
        count.set(texts.text(full ? "found.most" : "found", mine.found().size()));
        if (full || from == 0) {
            search.set(new LongWork.Idle());
        } else {
            search(mine, from);
        }
    }

    private void failed(Search mine, Problem why) {
        if (mine.number() == searches) {
            search.set(new LongWork.Failed(why));
        }
    }
}
