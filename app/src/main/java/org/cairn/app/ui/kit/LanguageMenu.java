package org.cairn.app.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.cairn.frameworks.Language;

/// The choice of the window's language. Each language stands under the name that it has for itself.
public final class LanguageMenu {
    private LanguageMenu() {}

    /// @param free whether the window can be built anew now, without losing what somebody typed
    public static MenuButton of(ObjectProperty<Language> language, BooleanSupplier free, Texts kit) {
        MenuButton menu = new MenuButton(language.get().ownName());
        menu.setId("language");
        menu.setAccessibleText(kit.text("language") + " " + language.get().ownName());
        menu.setAccessibleHelp(kit.text("language.help"));
        menu.setTooltip(new Tooltip(kit.text("language.help")));
        menu.getStyleClass().add("flat");
        ToggleGroup group = new ToggleGroup();
        for (Language each : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(each.ownName());
            item.setId("language-" + Texts.keyOf(each));
            item.setToggleGroup(group);
            item.setSelected(each == language.get());
            item.setOnAction(_ -> language.set(each));
            menu.getItems().add(item);
        }
        MenuItem waits = new MenuItem(kit.text("language.waits"));
        waits.setId("language-waits");
        waits.setDisable(true);
        menu.getItems().add(waits);
        menu.setOnShowing(_ -> {
            boolean now = free.getAsBoolean();
            waits.setVisible(!now);
            menu.getItems().stream().filter(RadioMenuItem.class::isInstance).forEach(item -> item.setDisable(!now));
        });
        return menu;
    }
}
