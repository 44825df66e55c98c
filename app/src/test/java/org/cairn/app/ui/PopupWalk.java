package org.cairn.app.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Opens menus, lists, calendars and tool tips, which are windows of their own, and measures what stands in them as the
/// screens are measured.
final class PopupWalk {
    /// What opens one, by the page it is on.
    private static final Map<String, List<String>> OPENERS = openers();

    private final Driver driver;
    private final List<String> faults = new ArrayList<>();
    private int measured;

    PopupWalk(Driver driver) {
        this.driver = driver;
    }

    private static Map<String, List<String>> openers() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("checklist", List.of("checklist-narrow", "due", "documentation", "answer-met", "as-of"));
        all.put("packs", List.of("pack-framework", "pack-depth", "theme", "lock-after", "language", "page-ledger"));
        return all;
    }

    List<String> faults() {
        return faults;
    }

    int measured() {
        return measured;
    }

    /// In the colours that are chosen.
    void look(String colours) throws Exception {
        for (Map.Entry<String, List<String>> page : OPENERS.entrySet()) {
            driver.press("page-" + page.getKey());
            for (String opener : page.getValue()) {
                driver.untilShown(opener);
                open(colours, opener);
                ContrastWalk.Measured of = driver.onWindow(this::measure);
                driver.onWindow(() -> close(driver.node(opener)));
                if (of.measured() == 0) {
                    faults.add(colours + ": nothing stands in what " + opener + " opens");
                }
                measured += of.measured();
                of.faults().forEach(fault -> faults.add(colours + ", " + opener + ": " + fault));
            }
        }
    }

    private void open(String colours, String opener) throws Exception {
        driver.onWindow(() -> open(driver.node(opener)));
        try {
            driver.until(PopupWalk::anyOpen);
        } catch (TimeoutException e) {
            throw new AssertionError(colours + ": nothing opened from " + opener, e);
        }
    }

    private static boolean open(Node opener) {
        switch (opener) {
            case ComboBoxBase<?> list -> list.show();
            case MenuButton menu -> menu.show();
            case Control other -> {
                Tooltip tip = other.getTooltip();
                tip.show(other.getScene().getWindow(), 400, 300);
            }
            default -> throw new AssertionError(opener + " opens nothing");
        }
        return true;
    }

    private static boolean close(Node opener) {
        switch (opener) {
            case ComboBoxBase<?> list -> list.hide();
            case MenuButton menu -> menu.hide();
            case Control other -> other.getTooltip().hide();
            default -> throw new AssertionError(opener + " opens nothing");
        }
        return true;
    }

    private static boolean anyOpen() {
        return popups().stream()
                .anyMatch(popup -> popup.getScene().getRoot().getBoundsInLocal().getWidth() > 0);
    }

    private static List<PopupWindow> popups() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(Window::isShowing)
                .toList();
    }

    private ContrastWalk.Measured measure() {
        Parent window = driver.scene().getRoot();
        int count = 0;
        List<String> said = new ArrayList<>();
        for (PopupWindow popup : popups()) {
            popup.getScene().getRoot().applyCss();
            popup.getScene().getRoot().layout();
            ContrastWalk.Measured of = ContrastWalk.of(popup.getScene().getRoot(), window);
            count += of.measured();
            said.addAll(of.faults());
        }
        return new ContrastWalk.Measured(count, said);
    }
}
