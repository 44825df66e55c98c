package org.cairn.app.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The choice of the window's colours and text size.
public final class LookMenu {
    private final MenuButton menu = new MenuButton();
    private final Subscription following;

    public LookMenu(Looks looks) {
        this(looks, Texts.beside(LookMenu.class));
    }

    LookMenu(Looks looks, Texts texts) {
        FontIcon icon = Parts.icon(looks.look().get().glyph());
        menu.setGraphic(icon);
        menu.setId("theme");
        menu.setTooltip(new Tooltip(texts.text("theme.menu")));
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow", "look-menu");
        ToggleGroup group = new ToggleGroup();
        List<Subscription> all = new ArrayList<>();
        for (Look look : Look.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.text("theme." + Texts.keyOf(look)), Parts.icon(look.glyph()));
            item.setId("theme-" + Texts.keyOf(look));
            item.setToggleGroup(group);
            item.setOnAction(_ -> looks.choose(look));
            all.add(looks.look().subscribe(chosen -> item.setSelected(chosen == look)));
            menu.getItems().add(item);
        }
        all.add(looks.look().subscribe(chosen -> {
            icon.setIconCode(chosen.glyph());
            menu.setAccessibleText(texts.text("theme.menu") + ": " + texts.text("theme." + Texts.keyOf(chosen)));
        }));
        addSizes(looks, texts, all);
        following = Subscription.combine(all.toArray(Subscription[]::new));
    }

    private void addSizes(Looks looks, Texts texts, List<Subscription> all) {
        ToggleGroup group = new ToggleGroup();
        menu.getItems().add(new SeparatorMenuItem());
        for (TextSize size : TextSize.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.text("text-size.to", size.percent()));
            item.setId("text-size-" + size.percent());
            item.setToggleGroup(group);
            item.setOnAction(_ -> looks.textSize().set(size));
            all.add(looks.textSize().subscribe(chosen -> item.setSelected(chosen == size)));
            menu.getItems().add(item);
        }
    }

    public MenuButton node() {
        return menu;
    }

    /// The looks outlive the menu.
    public Subscription following() {
        return following;
    }
}
