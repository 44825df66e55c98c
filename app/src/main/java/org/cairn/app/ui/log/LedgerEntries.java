package org.cairn.app.ui.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.StateAt;
import org.cairn.app.workspace.WorkspaceException;

/// The entries that the table shows, newest first: all that the shown state knows, read page by page as they are looked
/// at, or those that a search finds, part after part in the background, where a newer search ends it. Confined to the
/// UI
/// executor.
public final class LedgerEntries {
    /// Where a search stops. Nobody reads on; a longer word finds fewer.
    static final int MOST_FOUND = 2_000;

    /// As many as fill a screen are shown at once, and what follows in steps.
    private static final int SCREENFUL = 50;

    private static final int PARTS_OF_A_STEP = 10;

    private static final System.Logger LOGGER = System.getLogger(LedgerEntries.class.getName());

    private final Desk desk;
    private final Texts texts = Texts.beside(LedgerEntries.class);
    private final EntryTexts words;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ObservableList<EntryLine>> lines =
            new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
    private final ReadOnlyObjectWrapper<LongWork> search = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<String> count = new ReadOnlyObjectWrapper<>("");
    private final SoughtWords sought = new SoughtWords();
    private final AtomicLong searches = new AtomicLong();
    private volatile boolean seen;
    private boolean preparing;

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
            searches.incrementAndGet();
            search.set(new LongWork.Idle());
        }
    }

    /// Whether a page shows them now: then what they say is read before somebody searches.
    void show(boolean now) {
        seen = now;
        prepare();
    }

    private void prepare() {
        if (!seen || preparing) {
            return;
        }
        preparing = true;
        Snapshot now = desk.now();
        desk.threads().background().execute(() -> {
            prepare(now.about().size(), now.state());
            desk.threads().ui().execute(() -> {
                preparing = false;
                if (desk.now().about().size() != now.about().size()) {
                    prepare();
                }
            });
        });
    }

    private void prepare(long size, StateAt state) {
        try {
            for (long to = state.times().size(); to > 0 && seen; to = SoughtWords.from(to)) {
                sought.prepare(size, to, (from, end) -> said(state, from, end));
            }
        } catch (Exception e) {
            LOGGER.log(System.Logger.Level.DEBUG, "a search reads the same, and says why it cannot", e);
        }
    }

    private Map<Long, String> said(StateAt state, long from, long to) throws WorkspaceException {
        Map<Long, String> said = new HashMap<>();
        for (LogLine line : state.log(from, to)) {
            said.put(line.entry(), words.sought(line));
        }
        return said;
    }

    private void refresh() {
        searches.incrementAndGet();
        search.set(new LongWork.Idle());
        prepare();
        Snapshot now = desk.now();
        StateAt state = now.state();
        String wanted = typed.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            long size = state.times().size();
            lines.set(new PagedEntries(size, (into, from, to) -> read(state, into, from, to), words::waiting));
            count.set(texts.text("count", size));
        } else {
            lines.set(FXCollections.observableArrayList());
            count.set("");
            search(new Search(searches.get(), now.about().size(), state, wanted, lines.get()));
        }
    }

    private void read(StateAt state, PagedEntries into, long from, long to) {
        desk.ask(
                () -> words.page(state.log(from, to), from, to),
                page -> into.arrived(from, page),
                why -> search.set(new LongWork.Failed(why)));
    }

    /// @param number tells it from those begun later
    /// @param head   of the ledger
    private record Search(long number, long head, StateAt state, String wanted, ObservableList<EntryLine> found) {}

    private void search(Search mine) {
        searching(mine, mine.state().times().size());
        desk.ask(
                () -> {
                    run(mine);
                    return mine;
                },
                this::ended,
                why -> failed(mine, why));
    }

    private void searching(Search mine, long below) {
        long size = mine.state().times().size();
        double part = size == 0 ? 1 : (double) (size - below) / size;
        search.set(new LongWork.Running(texts.text("searching", below), OptionalDouble.of(part), false));
    }

    /// In the background, from the newest entry on.
    private void run(Search mine) throws Exception {
        StateAt state = mine.state();
        List<EntryLine> fitting = new ArrayList<>();
        int told = 0;
        long parts = 0;
        for (long to = state.times().size(); to > 0 && told + fitting.size() < MOST_FOUND; ) {
            if (mine.number() != searches.get()) {
                return;
            }
            List<Long> found = sought.fitting(mine.head(), to, mine.wanted(), (from, end) -> said(state, from, end));
            for (LogLine line :
                    state.log(found.subList(0, Math.min(found.size(), MOST_FOUND - told - fitting.size())))) {
                fitting.add(words.line(line));
            }
            to = SoughtWords.from(to);
            if (fitting.size() >= SCREENFUL || ++parts % PARTS_OF_A_STEP == 0) {
                tell(mine, List.copyOf(fitting), to);
                told += fitting.size();
                fitting.clear();
            }
        }
        tell(mine, fitting, 0);
    }

    private void tell(Search mine, List<EntryLine> fitting, long below) {
        desk.threads().ui().execute(() -> {
            if (mine.number() == searches.get()) {
                mine.found().addAll(fitting);
                count.set(texts.text(
                        mine.found().size() == MOST_FOUND ? "found.most" : "found",
                        mine.found().size()));
                searching(mine, below);
            }
        });
    }

    private void ended(Search mine) {
        if (mine.number() == searches.get()) {
            search.set(new LongWork.Idle());
        }
    }

    private void failed(Search mine, Problem why) {
        if (mine.number() == searches.get()) {
            search.set(new LongWork.Failed(why));
        }
    }
}
