package io.marquetry.launch;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window application. */
public final class Desktop extends Application {

    @Override
    public void start(Stage stage) {
        stage.setTitle("Marquetry");
        stage.setScene(new Scene(new StackPane(), 1280, 800));
        stage.show();
    }
}
