package io.marquetry.ui.common;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one view listens to. The models outlive the views: closing this lets a view go when the
 * language changes.
 */
public final class Follows implements AutoCloseable {

    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Calls the listener now and with every change. */
    public <T> void on(ObservableValue<T> value, Consumer<T> listener) {
        subscriptions.add(value.subscribe(listener));
    }

    /** Calls the listener with every change. */
    public void changes(Observable value, Runnable listener) {
        subscriptions.add(value.subscribe(listener));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
