package org.cairn.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.cairn.app.ui.frame.Look;
import org.cairn.app.ui.frame.Looks;
import org.cairn.app.ui.frame.TextSize;

/// What the system prefers, light or dark, until the person makes a choice.
final class Theme implements Looks {
    private static final String LIGHT = "cairn-light";
    private static final String DARK = "cairn-dark";
    /// Popups are windows of their own, which are not enlarged with what they belong to: their style follows this.
    private static final String TEXT = "text-";
    private static final String CONTRAST = "cairn-contrast";

    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>();
    private final Settings settings;
    private Subscription system = Subscription.EMPTY;

    Theme(Settings settings) {
        this.settings = settings;
        look.set(settings.look().orElseGet(() -> like(Platform.getPreferences().getColorScheme())));
        if (settings.look().isEmpty()) {
            system = Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> look.set(like(scheme)));
        }
    }

    private static Look like(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
    }

    void dress(Scene scene) {
        String sheet = Objects.requireNonNull(Theme.class.getResource("cairn.css"), "cairn.css")
                .toExternalForm();
        scene.getStylesheets().add(sheet);
        look.subscribe(chosen -> {
            boolean dark = chosen.ground() == Look.Ground.DARK;
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            List<String> styles = scene.getRoot().getStyleClass();
            styles.removeAll(List.of(LIGHT, DARK, CONTRAST));
            styles.add(dark ? DARK : LIGHT);
            if (chosen.highContrast()) {
                styles.add(CONTRAST);
            }
        });
        textSize().subscribe(chosen -> {
            List<String> styles = scene.getRoot().getStyleClass();
            styles.removeIf(style -> style.startsWith(TEXT));
            styles.add(TEXT + chosen.percent());
        });
    }

    @Override
    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    @Override
    public void choose(Look chosen) {
        system.unsubscribe();
        look.set(chosen);
        settings.keep(chosen);
    }

    @Override
    public ObjectProperty<TextSize> textSize() {
        return settings.textSize();
    }

    /// The system's preferences outlive the window, and would keep it.
    void close() {
        system.unsubscribe();
    }
}
