package org.cairn.benchmarks.lists;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.cairn.benchmarks.lists.Figures.Row;

/// The baseline: a table of JavaFX with as many rows and nothing around it, looked at in the same way.
/// `BareLists ROWS VISITS`.
public final class BareLists {
    static final String PAGE = "bare table";

    private static final int COLUMNS = 5;

    private BareLists() {}

    /// @param number of a row
    private record Line(int number, String words) {
        String cell(int column) {
            return column == 0 ? Integer.toString(number) : words + " " + column;
        }
    }

    private record Bare(StackPane root, TableView<Line> table, FilteredList<Line> lines) {
        void show(Node page) {
            root.getChildren().setAll(page);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        int visits = Integer.parseInt(arguments[1]);
        AtomicReference<Bare> made = new AtomicReference<>();
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            made.set(open(rows));
            shown.countDown();
        });
        shown.await();
        Bare bare = made.get();
        Watch watch = Watch.of(Screen.scene());
        Screen screen = new Screen(watch);
        for (int visit = 0; visit <= visits; visit++) {
            screen.measure(new Row(PAGE, visit == 0 ? "first visit" : "visit"), () -> bare.show(bare.table()));
            screen.measure(new Row(PAGE, "left"), () -> bare.show(new Label("Another page")));
        }
        screen.measure(new Row(PAGE, "visit"), () -> bare.show(bare.table()));
        Lines walked = Lines.of(List.of(bare.table())).getFirst();
        for (int visit = 0; visit < visits; visit++) {
            screen.measure(new Row(PAGE, "next line"), walked::step);
            screen.measure(new Row(PAGE, "to the end"), walked::end);
            screen.measure(new Row(PAGE, "to the start"), walked::start);
            for (String typed : List.of("9", "99", "999", "")) {
                screen.measure(
                        new Row(PAGE, typed.isEmpty() ? "cleared" : "a letter"),
                        () -> bare.lines().setPredicate(line -> line.words().contains(typed)));
            }
        }
        System.exit(0);
    }

    private static Bare open(int rows) {
        StackPane root = new StackPane(new Label("Another page"));
        FilteredList<Line> lines = new FilteredList<>(FXCollections.observableArrayList(IntStream.range(0, rows)
                .mapToObj(number -> new Line(number, "Rule " + number + ": backups are restored once a year"))
                .toList()));
        TableView<Line> table = new TableView<>(lines);
        for (int column = 0; column < COLUMNS; column++) {
            table.getColumns().add(column(column));
        }
        table.setId("bare");
        Stage stage = new Stage();
        stage.setScene(new Scene(root, 1280, 800));
        stage.show();
        return new Bare(root, table, lines);
    }

    private static TableColumn<Line, String> column(int number) {
        Function<Line, String> value = line -> line.cell(number);
        TableColumn<Line, String> column = new TableColumn<>("Column " + number);
        column.setPrefWidth(240);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
