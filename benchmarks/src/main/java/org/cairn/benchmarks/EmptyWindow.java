package org.cairn.benchmarks;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least that any JavaFX program does before its first window: the baseline of the start time.
public final class EmptyWindow extends Application {
    /// What the window is called, so that its appearance can be seen from outside.
    static final String TITLE = "Empty baseline window";

    /// Separate from the application class, as JavaFX on the class path demands.
    public static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            Application.launch(EmptyWindow.class, arguments);
        }
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle(TITLE);
        stage.setScene(new Scene(new Label(TITLE), 1280, 800));
        stage.show();
    }
}
