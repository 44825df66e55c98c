package org.cairn.app.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.IdleLimit;
import org.kordamp.ikonli.feather.Feather;

/// What locks the workspace: a button, and the choice after how long it locks itself.
final class LockTools {
    private final Texts texts;
    private final Button now;
    private final MenuButton after = new MenuButton();
    private final Subscription following;

    LockTools(Session session, Texts texts) {
        this.texts = texts;
        now = Parts.iconButton("lock", Feather.LOCK, texts.text("lock"), session::lock);
        after.setId("lock-after");
        after.setTooltip(new Tooltip(texts.text("lock-after.help")));
        after.setAccessibleHelp(texts.text("lock-after.help"));
        after.getStyleClass().addAll("flat", "lock-after");
        List<Subscription> all = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (IdleLimit limit : IdleLimit.values()) {
            RadioMenuItem item = new RadioMenuItem(minutes(limit));
            item.setId("lock-after-" + Texts.keyOf(limit));
            item.setToggleGroup(group);
            item.setOnAction(_ -> session.idleLimit().set(limit));
            all.add(session.idleLimit().subscribe(chosen -> item.setSelected(chosen == limit)));
            after.getItems().add(item);
        }
        all.add(session.idleLimit().subscribe(this::show));
        following = Subscription.combine(all.toArray(Subscription[]::new));
    }

    private void show(IdleLimit limit) {
        after.setText(texts.text("lock-after.short", limit.minutes()));
        after.setAccessibleText(texts.text("lock-after") + " " + minutes(limit));
    }

    private String minutes(IdleLimit limit) {
        return texts.text("lock-after.minutes", limit.minutes());
    }

    Button now() {
        return now;
    }

    MenuButton after() {
        return after;
    }

    /// The settings outlive the tools.
    Subscription following() {
        return following;
    }
}
