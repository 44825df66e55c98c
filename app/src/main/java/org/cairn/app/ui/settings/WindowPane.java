package org.cairn.app.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.app.ui.frame.Look;
import org.cairn.app.ui.frame.Session;
import org.cairn.app.ui.frame.TextSize;
import org.cairn.app.ui.kit.OneOf;
import org.cairn.app.ui.kit.Panels;
import org.cairn.app.ui.kit.Parts;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.lock.IdleLimit;
import org.cairn.app.ui.pack.PackDefaults;
import org.cairn.frameworks.Language;
import org.cairn.reports.pdf.Depth;

/// What the window remembers on this machine, for every workspace.
final class WindowPane {
    private static final double CHOICE_WIDTH = 280;

    private final SettingsView.OfTheWindow window;
    private final ObservableValue<Boolean> busy;
    private final Texts texts;
    private final Texts frame = Texts.beside(Look.class);
    private final Texts packs = Texts.beside(PackDefaults.class);

    /// @param busy whether work with the workspace is under way
    WindowPane(SettingsView.OfTheWindow window, ObservableValue<Boolean> busy, Texts texts) {
        this.busy = busy;
        this.window = window;
        this.texts = texts;
    }

    VBox node() {
        ComboBox<TextSize> size = textSize();
        return new VBox(
                Panels.section(
                        texts.text("look.title"),
                        texts.text("look.what"),
                        Parts.row(named("look", look()), OneOf.named(texts.text("text-size"), size, size)),
                        language()),
                Panels.section(texts.text("lock.title"), texts.text("lock.what"), named("lock", lock())),
                Panels.section(texts.text("saving.title"), texts.text("saving.what"), saving()),
                Panels.section(texts.text("packs.title"), texts.text("packs.what"), packs()));
    }

    private VBox named(String key, ComboBox<?> box) {
        box.setPrefWidth(CHOICE_WIDTH);
        return OneOf.named(texts.text(key), box, box);
    }

    private ComboBox<Look> look() {
        ComboBox<Look> box = OneOf.box(
                "settings-look",
                texts.text("look"),
                List.of(Look.values()),
                look -> frame.text("theme." + Texts.keyOf(look)));
        // The looks outlive the page: followed while it is shown.
        box.sceneProperty().subscribe(_ -> box.setValue(window.looks().look().get()));
        box.setOnAction(_ -> window.looks().choose(box.getValue()));
        return box;
    }

    private ComboBox<TextSize> textSize() {
        ComboBox<TextSize> box = OneOf.box(
                "settings-text-size",
                texts.text("text-size"),
                List.of(TextSize.values()),
                size -> texts.text("text-size.percent", size.percent()));
        // Keys change it too, and it outlives the page: followed while it is shown.
        box.sceneProperty().flatMap(_ -> window.looks().textSize()).subscribe(size -> {
            if (size != null) {
                box.setValue(size);
            }
        });
        box.setOnAction(_ -> window.looks().textSize().set(box.getValue()));
        return box;
    }

    /// Everything is built anew in another language, which waits until nothing would be lost by it.
    private Node language() {
        Session session = window.session();
        ComboBox<Language> box =
                OneOf.box("settings-language", texts.text("language"), List.of(Language.values()), Language::ownName);
        box.setValue(session.language().get());
        Label waits = Parts.paragraph(texts.text("language.waits"), "field-problem");
        waits.setId("settings-language-waits");
        Parts.show(waits, false);
        box.setOnAction(_ -> {
            Language chosen = box.getValue();
            if (chosen == session.language().get()) {
                return;
            }
            boolean free = session.nothingPending();
            Parts.show(waits, !free);
            if (free) {
                session.language().set(chosen);
            } else {
                box.setValue(session.language().get());
            }
        });
        return new VBox(4, named("language", box), waits);
    }

    private ComboBox<IdleLimit> lock() {
        ComboBox<IdleLimit> box = OneOf.box(
                "settings-lock",
                texts.text("lock"),
                List.of(IdleLimit.values()),
                limit -> frame.text("lock-after.minutes", limit.minutes()));
        box.sceneProperty()
                .subscribe(_ -> box.setValue(window.session().idleLimit().get()));
        box.setOnAction(_ -> window.session().idleLimit().set(box.getValue()));
        return box;
    }

    private Label saving() {
        Label words = Parts.paragraph("", "medium");
        words.setId("settings-saving");
        Runnable update =
                () -> words.setText(texts.text(window.session().nothingPending() ? "saving.none" : "saving.some"));
        busy.subscribe(_ -> update.run());
        words.sceneProperty().subscribe(_ -> update.run());
        return words;
    }

    private Node packs() {
        PackDefaults now = window.packs().get();
        ComboBox<Depth> depth = OneOf.box(
                "settings-pack-depth",
                texts.text("packs.depth"),
                List.of(Depth.values()),
                each -> packs.text("depth." + each.code()));
        depth.setValue(now.depth());
        List<Optional<Language>> languages = Stream.concat(
                        Stream.of(Optional.<Language>empty()),
                        Arrays.stream(Language.values()).map(Optional::of))
                .toList();
        ComboBox<Optional<Language>> language = OneOf.box(
                "settings-pack-language",
                texts.text("packs.language"),
                languages,
                each -> each.map(Language::ownName).orElseGet(() -> texts.text("packs.language.window")));
        language.setValue(now.language());
        Runnable keep = () -> window.packs().set(new PackDefaults(depth.getValue(), language.getValue()));
        depth.setOnAction(_ -> keep.run());
        language.setOnAction(_ -> keep.run());
        return new HBox(24, named("packs.depth", depth), named("packs.language", language));
    }
}
