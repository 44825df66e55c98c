package org.cairn.benchmarks.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Control;
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
    private static final String FIRST = "page-checklist";
    private static final String TYPED = "backups";
    private static final List<Double> DAYS = List.of(0.55, 0.7, 0.4, 0.85, 0.6);

    private final Screen screen;
    private final int visits;
    private final List<String> rail;
    private final Set<String> seen = new HashSet<>();

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

    /// The page that most people open first, while the window still reads: nothing was prepared for it.
    void atOnce() throws InterruptedException {
        screen.measureAtOnce(new Row(name(FIRST), "first visit, at once"), () -> Screen.fire(FIRST));
        screen.press(rail.getFirst());
    }

    /// @param only pages by their ids without `page-`, with `palette` and `life`; all where empty
    void go(List<String> only) throws InterruptedException {
        List<String> pages = rail.stream()
                .filter(page -> only.isEmpty() || only.contains(name(page)))
                .toList();
        for (String page : pages) {
            if (!page.equals(FIRST)) {
                visit(page, "first visit");
            }
        }
        for (String page : pages) {
            for (int visit = 0; visit < Math.max(1, visits); visit++) {
                screen.press(rail.get((rail.indexOf(page) + 1) % rail.size()));
                visit(page, "visit");
            }
        }
        if (visits == 0) {
            return;
        }
        for (String page : pages) {
            whole(name(page), () -> page(page));
        }
        if (only.isEmpty() || only.contains("palette")) {
            whole("search", this::palette);
        }
        if (only.isEmpty() || only.contains("life")) {
            whole("checklist", () -> life("page-checklist"));
            whole("posture", () -> life("page-posture"));
        }
    }

    private interface Part {
        void go() throws InterruptedException;
    }

    /// What cannot be gone through is named, and the next page follows.
    private static void whole(String page, Part part) throws InterruptedException {
        try {
            part.go();
        } catch (RuntimeException e) {
            Figures.print(page + ", not gone through to the end", String.valueOf(e.getMessage()));
        }
    }

    private void page(String page) throws InterruptedException {
        screen.press(page);
        screen.settle();
        if (name(page).equals("checklist")) {
            checklist();
        }
        explore(name(page));
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
                            new Row(page, "another tab"),
                            () -> pane.getSelectionModel()
                                    .select((pane.getTabs().indexOf(tab) + 1)
                                            % pane.getTabs().size()));
                    screen.measure(
                            new Row(page, "tab " + name),
                            () -> pane.getSelectionModel().select(tab));
                }
                parts(page);
            }
        }
        if (panes.isEmpty()) {
            parts(page);
        }
    }

    /// Each list and each filter of the page, once.
    private void parts(String page) throws InterruptedException {
        List<Control> controls = screen.shown(Control.class);
        for (Lines lines : Lines.of(controls)) {
            if (seen.add(page + " " + lines.id())) {
                lines(page, lines);
            }
        }
        for (TextField field : screen.shown(TextField.class)) {
            String id = String.valueOf(field.getId());
            if (id.endsWith("-filter") && seen.add(page + " " + id)) {
                filter(page, field, Lines.longest(controls));
            }
        }
    }

    private void lines(String page, Lines lines) throws InterruptedException {
        Optional<Control> list = Optional.of(lines.control());
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row(page, lines.id() + ": next line"), list, lines::step);
        }
        for (int i = 0; i < visits; i++) {
            screen.measure(new Row(page, lines.id() + ": to the end"), list, lines::end);
            screen.measure(new Row(page, lines.id() + ": to the start"), list, lines::start);
        }
    }

    private void filter(String page, TextField field, Optional<Control> list) throws InterruptedException {
        for (int round = 0; round < Math.max(1, visits / 3); round++) {
            for (int letters = 1; letters <= 4; letters++) {
                String words = TYPED.substring(0, letters);
                screen.measure(new Row(page, field.getId() + ": a letter"), list, () -> field.setText(words));
            }
            screen.measure(new Row(page, field.getId() + ": cleared"), list, () -> field.setText(""));
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
            lines("checklist", Lines.of(List.of(tree)).getFirst());
            TextField field = (TextField) screen.ask(() -> Screen.node("checklist-filter"));
            filter("checklist, by framework", field, Optional.of(tree));
        }
        screen.measure(new Row("checklist", "by category"), () -> Screen.fire("by-category"));
    }

    /// Opens the frameworks with the most chapters, and chapters in them.
    private void largest(TreeView<?> tree) throws InterruptedException {
        List<? extends TreeItem<?>> frameworks =
                screen.ask(() -> List.copyOf(tree.getRoot().getChildren()));
        int some = Math.min(1 + visits, Math.min(3, frameworks.size()));
        for (TreeItem<?> framework : frameworks.reversed().subList(0, some)) {
            screen.measure(
                    new Row("checklist", "framework opened"), Optional.of(tree), () -> framework.setExpanded(true));
            for (int chapter = 0; chapter < 2; chapter++) {
                int at = chapter;
                screen.measure(
                        new Row("checklist", "chapter opened"),
                        Optional.of(tree),
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
        for (int round = 0; round < Math.max(1, visits / 3); round++) {
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
        for (double part : DAYS.subList(0, Math.min(DAYS.size(), visits + 1))) {
            screen.measure(
                    new Row(name(page), "another day on the line"),
                    () -> slider.setValue(Math.floor(slider.getMax() * part)));
        }
        screen.measure(new Row(name(page), "back to now"), () -> Screen.fire("back-to-now"));
    }
}
