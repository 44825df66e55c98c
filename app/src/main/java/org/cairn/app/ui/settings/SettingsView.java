package org.cairn.app.ui.settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frame.Looks;
import org.cairn.app.ui.frame.Session;
import org.cairn.app.ui.kit.Chooser;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.pack.PackDefaults;

/// The page: four tabs.
public final class SettingsView {
    private final Texts texts = Texts.beside(SettingsView.class);
    private final BorderPane root = new BorderPane();

    /// What the tabs show.
    public record Models(WorkspaceViewModel workspace, PeopleViewModel people, KeepingViewModel keeping) {}

    /// What stays from one workspace to the next.
    /// @param packs what a new pack begins with
    public record OfTheWindow(Looks looks, Session session, ObjectProperty<PackDefaults> packs) {}

    public SettingsView(Models models, OfTheWindow window, Chooser chooser) {
        root.setId("settings");
        root.getStyleClass().add("page");
        root.setTop(Parts.pageHead(texts.text("title"), texts.text("what")));
        TabPane tabs = new TabPane();
        tabs.setId("settings-tabs");
        tabs.setAccessibleText(texts.text("title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("window", new WindowPane(window, models.workspace().busy(), texts).node()),
                        tab("workspace", new WorkspacePane(models.workspace(), chooser, texts).node()),
                        tab("people", new PeoplePane(models.people(), chooser, texts).node()),
                        tab("keeping", new KeepingPane(models.keeping(), texts).node()));
        root.setCenter(tabs);
        root.sceneProperty().subscribe(scene -> {
            boolean seen = scene != null;
            models.workspace().show(seen);
            models.people().show(seen);
            models.keeping().show(seen);
        });
    }

    public Parent root() {
        return root;
    }

    private Tab tab(String key, VBox content) {
        content.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId("settings-scroll-" + key);
        scroll.setAccessibleText(texts.text("tab." + key));
        scroll.setFitToWidth(true);
        Tab tab = new Tab(texts.text("tab." + key), scroll);
        tab.setId("settings-tab-" + key);
        return tab;
    }

    /// A field with its name above it and its words to a screen reader.
    static VBox field(javafx.scene.control.TextInputControl field, String id, String words) {
        field.setId(id);
        field.setAccessibleText(words);
        return org.cairn.app.ui.kit.OneOf.named(words, field, (Node) field);
    }
}
