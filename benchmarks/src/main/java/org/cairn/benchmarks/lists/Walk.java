package org.cairn.benchmarks.lists;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.cairn.benchmarks.lists.Figures.Row;

/// Every page of the rail, first and again, then every list, filter and tab on it, and what reaches over all pages.
final class Walk {
    private static final String PAGE = "page-";
    private static final String TYPED = "backups";
    private static final List<Double> DAYS = List.of(0.55, 0.7, 0.4, 0.85, 0.6);

    private final Screen screen;
    private final int visits;
    private final List<String> rail;

    Walk(Screen screen, int visits) throws InterruptedException {
        this.screen = screen;
        this.visits = visits;
        this.rail = screen.shown(ToggleButton.class).stream()
                .map(button -> String.valueOf(button.getId()))
                .filter(id -> id.startsWith(PAGE))
                .toList();
    }

    /// The ids of the buttons that open a page, in the order of the rail.
    List<String> rail() {
        return rail;
    }

    /// @param only pages by their ids without `page-`, with `palette` and `life`; all where empty
    void go(List<String> only) throws InterruptedException {
        List<String> pages = rail.stream()
                .filter(page -> only.isEmpty() || only.contains(name(page)))
                .toList();
        for (int visit = 0; visit <= visits; visit++) {
            for (String page : pages) {
                visit(page, visit == 0 ? "first visit" : "visit");
            }
        }
        for (String page : pages) {
            screen.press(page);
            screen.settle();
            if (name(page).equals("checklist")) {
                checklist();
            }
            explore(name(page));
        }
        if (only.isEmpty() || only.contains("palette")) {
            palette();
        }
        if (only.isEmpty() || only.contains("life")) {
            life("page-checklist");
            life("page-posture");
        }
    }

    private static String name(String page) {
        return page.substring(PAGE.length());
    }

    private void visit(String page, String action) throws InterruptedException {
        screen.measure(new Row(name(page), action), () -> Screen.fire(page));
    }

    private void explore(String page) throws InterruptedException {
        List<TabPane> panes = screen.shown(TabPane.class);
        for (TabPane pane : panes) {
            for (Tab tab : List.copyOf(pane.getTabs())) {
                String name = tab.getId() == null ? tab.getText() : tab.getId();
                for (int visit = 0; visit <= visits / 2; visit++) {
                    screen.measure(
                            new Row(page, "tab " + name),
                            () -> pane.getSelectionModel().select(tab));
                    screen.measure(
                            new Row(page, "another tab"),
                            () -> pane.getSelectionModel()
                                    .select((pane.getTabs().indexOf(tab) + 1)
                                            % pane.getTabs().size()));
                }
                screen.measure(
                        new Row(page, "tab " + name),
                        () -> pane.getSelectionModel().select(tab));
                parts(page);
            }
        }
        if (panes.isEmpty()) {
            parts(page);
        }
    }

    private void parts(String page) throws InterruptedException {
        for (Lines lines : Lines.of(screen.shown(javafx.scene.control.Control.class))) {
            lines(page, lines);
        }
        for (TextField field : screen.shown(TextField.class)) {
            if (String.valueOf(field.getId()).endsWith("-filter")) {
                filter(page, field);
            }
        }
    }

    private void lines(String page, Lines lines) throws InterruptedException {
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row(page, lines.id() + ": next line"), lines::step);
        }
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row(page, lines.id() + ": to the end"), lines::end);
            screen.measure(new Row(page, lines.id() + ": to the start"), lines::start);
        }
    }

    private void filter(String page, TextField field) throws InterruptedException {
        for (int round = 0; round < Math.max(1, visits / 3); round++) {
            for (int letters = 1; letters <= 4; letters++) {
                String words = TYPED.substring(0, letters);
                screen.measure(new Row(page, field.getId() + ": a letter"), () -> field.setText(words));
            }
            screen.measure(new Row(page, field.getId() + ": cleared"), () -> field.setText(""));
        }
    }

    private void checklist() throws InterruptedException {
        Node page = screen.ask(() -> Screen.node("checklist"));
        keys(page, "category");
        screen.measure(new Row("checklist", "by framework"), () -> Screen.fire("by-framework"));
        Optional<Node> found = screen.ask(() -> Screen.find("framework-tree"));
        if (found.orElse(null) instanceof TreeView<?> tree) {
            largest(tree);
            keys(page, "framework");
            Lines lines = Lines.of(List.of(tree)).getFirst();
            lines("checklist", lines);
            filter("checklist", (TextField) screen.ask(() -> Screen.node("checklist-filter")));
        }
        screen.measure(new Row("checklist", "by category"), () -> Screen.fire("by-category"));
    }

    /// Opens the framework with the most chapters, and chapters in it.
    private void largest(TreeView<?> tree) throws InterruptedException {
        List<? extends TreeItem<?>> frameworks =
                screen.ask(() -> List.copyOf(tree.getRoot().getChildren()));
        for (TreeItem<?> framework : frameworks.reversed().subList(0, Math.min(3, frameworks.size()))) {
            screen.measure(new Row("checklist", "framework opened"), () -> framework.setExpanded(true));
            for (int chapter = 0; chapter < 2; chapter++) {
                int at = chapter;
                screen.measure(
                        new Row("checklist", "chapter opened"),
                        () -> framework.getChildren().stream()
                                .skip(at)
                                .findFirst()
                                .ifPresent(each -> each.setExpanded(true)));
            }
        }
    }

    private void keys(Node page, String arrangement) throws InterruptedException {
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row("checklist", "J by " + arrangement), () -> Screen.typed(page, "j"));
        }
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row("checklist", "K by " + arrangement), () -> Screen.typed(page, "k"));
        }
        screen.measure(new Row("checklist", "U by " + arrangement), () -> Screen.typed(page, "u"));
    }

    private void palette() throws InterruptedException {
        screen.press(rail.getFirst());
        for (int round = 0; round < Math.max(2, visits / 3); round++) {
            screen.measure(new Row("search", "opened"), () -> Screen.pressed(Screen.node("frame"), KeyCode.K, true));
            TextField field = (TextField) screen.ask(() -> Screen.node("palette-field"));
            for (int letters = 1; letters <= 4; letters++) {
                String words = TYPED.substring(0, letters);
                screen.measure(new Row("search", "a letter"), () -> field.setText(words));
            }
            screen.measure(new Row("search", "closed"), () -> Screen.pressed(field, KeyCode.ESCAPE, false));
        }
    }

    private void life(String page) throws InterruptedException {
        screen.press(page);
        screen.settle();
        Slider slider = (Slider) screen.ask(() -> Screen.node("life"));
        for (double part : DAYS) {
            screen.measure(
                    new Row(name(page), "another day on the line"),
                    () -> slider.setValue(Math.floor(slider.getMax() * part)));
        }
        screen.measure(new Row(name(page), "back to now"), () -> Screen.fire("back-to-now"));
    }
}
