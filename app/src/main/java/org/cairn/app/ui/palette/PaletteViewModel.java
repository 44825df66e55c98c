package org.cairn.app.ui.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Problem;

/// What is found while somebody types. Everything is read when the palette is opened and dropped when it is closed, so
/// that no note stays in memory; searching runs in the background, and the newest search wins. Confined to the UI
/// executor.
public final class PaletteViewModel {
    static final int MOST = 200;

    private final Desk desk;
    private final Searched searched;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Found> all = List.of();
    private boolean open;
    private long searches;
    private long openings;

    public PaletteViewModel(Desk desk, Library library, Guide guide, Ways ways) {
        this.desk = desk;
        this.searched = new Searched(desk, library, guide, ways);
        typed.subscribe((_, _) -> search());
    }

    /// A page or a command by its words, and the key that does it as well.
    public record Way(String words, String key, Runnable open) {}

    /// @param pages    of the rail
    /// @param commands listed only when they are searched
    public record Ways(List<Way> pages, List<Way> commands) {
        public Ways {
            pages = List.copyOf(pages);
            commands = List.copyOf(commands);
        }
    }

    /// @param lines at most [#MOST]
    /// @param all   how many there are
    record Result(List<Found> lines, int all) {
        static final Result NOTHING = new Result(List.of(), 0);

        Result {
            lines = List.copyOf(lines);
        }
    }

    StringProperty typed() {
        return typed;
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Pages are there at once; titles and notes follow when they are read.
    void open() {
        open = true;
        long mine = ++openings;
        typed.set("");
        problem.set(Optional.empty());
        all = searched.pages();
        result.set(find(all, ""));
        desk.ask(searched::titles, titles -> add(mine, titles), this::failed);
        desk.ask(searched::notes, notes -> add(mine, notes), this::failed);
    }

    void close() {
        open = false;
        openings++;
        searches++;
        all = List.of();
        typed.set("");
        result.set(Result.NOTHING);
    }

    private void add(long opening, List<Found> found) {
        if (open && opening == openings) {
            all = Stream.concat(all.stream(), found.stream())
                    .sorted(Comparator.comparing(Found::kind))
                    .toList();
            search();
        }
    }

    private void search() {
        if (!open) {
            return;
        }
        long mine = ++searches;
        List<Found> among = all;
        String wanted = typed.get();
        desk.threads().background().execute(() -> {
            Result found = find(among, wanted);
            desk.threads().ui().execute(() -> {
                if (mine == searches) {
                    result.set(found);
                }
            });
        });
    }

    /// All the words have to be met, in whichever order. Nothing typed lists the pages.
    static Result find(List<Found> among, String typed) {
        List<String> words = Arrays.stream(
                        typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Found> found = among.stream()
                .filter(each -> words.isEmpty()
                        ? each.kind() == Found.Kind.PAGE
                        : words.stream().allMatch(each.text()::contains))
                .toList();
        return new Result(found.subList(0, Math.min(MOST, found.size())), found.size());
    }

    private void failed(Problem why) {
        if (open) {
            problem.set(Optional.of(why));
        }
    }
}
