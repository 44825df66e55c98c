package org.cairn.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.cairn.app.ui.frame.Looks;

/// Light or dark: the system's choice until the person makes one.
final class Theme implements Looks {
    private static final String LIGHT = "cairn-light";
    private static final String DARK = "cairn-dark";

    private final ReadOnlyObjectWrapper<ColorScheme> scheme = new ReadOnlyObjectWrapper<>();
    private final Settings settings;
    private Subscription system = Subscription.EMPTY;

    Theme(Settings settings) {
        this.settings = settings;
        scheme.set(
                settings.colorScheme().orElseGet(() -> Platform.getPreferences().getColorScheme()));
        if (settings.colorScheme().isEmpty()) {
            system = Platform.getPreferences().colorSchemeProperty().subscribe(scheme::set);
        }
    }

    void dress(Scene scene) {
        String sheet = Objects.requireNonNull(Theme.class.getResource("cairn.css"), "cairn.css")
                .toExternalForm();
        scene.getStylesheets().add(sheet);
        scheme.subscribe(value -> {
            boolean dark = value == ColorScheme.DARK;
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            scene.getRoot().getStyleClass().removeAll(LIGHT, DARK);
            scene.getRoot().getStyleClass().add(dark ? DARK : LIGHT);
        });
    }

    @Override
    public ReadOnlyObjectProperty<ColorScheme> scheme() {
        return scheme.getReadOnlyProperty();
    }

    @Override
    public void toggle() {
        system.unsubscribe();
        scheme.set(scheme.get() == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK);
        settings.keep(scheme.get());
    }
}
