package org.cairn.benchmarks.lists;

import java.util.List;
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

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        int visits = Integer.parseInt(arguments[1]);
        StackPane root = new StackPane(new Label("Another page"));
        FilteredList<Line> lines = new FilteredList<>(FXCollections.observableArrayList(IntStream.range(0, rows)
                .mapToObj(number -> new Line(number, "Rule " + number + ": backups are restored once a year"))
                .toList()));
        TableView<Line> table = new TableView<>(lines);
        Platform.startup(() -> {
            for (int column = 0; column < COLUMNS; column++) {
                table.getColumns().add(column(column));
            }
            table.setId("bare");
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 1280, 800));
            stage.show();
        });
        Watch watch = Watch.of(scene());
        Screen screen = new Screen(watch);
        for (int visit = 0; visit <= visits; visit++) {
            screen.measure(new Row(PAGE, visit == 0 ? "first visit" : "visit"), () -> show(root, table));
            screen.measure(new Row(PAGE, "left"), () -> show(root, new Label("Another page")));
        }
        screen.measure(new Row(PAGE, "visit"), () -> show(root, table));
        Lines walked = Lines.of(List.of(table)).getFirst();
        for (int visit = 0; visit < visits; visit++) {
            screen.measure(new Row(PAGE, "next line"), walked::step);
            screen.measure(new Row(PAGE, "to the end"), walked::end);
            screen.measure(new Row(PAGE, "to the start"), walked::start);
            for (String typed : List.of("9", "99", "999", "")) {
                screen.measure(
                        new Row(PAGE, typed.isEmpty() ? "cleared" : "a letter"),
                        () -> lines.setPredicate(line -> line.words().contains(typed)));
            }
        }
        System.exit(0);
    }

    private static Scene scene() throws InterruptedException {
        while (javafx.stage.Window.getWindows().isEmpty()) {
            Thread.sleep(10);
        }
        return Screen.scene();
    }

    private static void show(StackPane root, Node page) {
        root.getChildren().setAll(page);
    }

    private static TableColumn<Line, String> column(int number) {
        Function<Line, String> value = line -> line.cell(number);
        TableColumn<Line, String> column = new TableColumn<>("Column " + number);
        column.setPrefWidth(240);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
