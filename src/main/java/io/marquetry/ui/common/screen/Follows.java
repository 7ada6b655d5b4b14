package io.marquetry.ui.common.screen;

import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one view listens to. The models outlive the views: whoever shows a view closes this when it
 * goes, and then nothing of the view is held any more.
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

    /** Keeps two properties equal; the first takes the value of the second now. */
    public <T> void both(Property<T> ofView, Property<T> ofModel) {
        ofView.bindBidirectional(ofModel);
        atEnd(() -> ofView.unbindBidirectional(ofModel));
    }

    /** Runs the action when this is closed. */
    public void atEnd(Runnable action) {
        subscriptions.add(action::run);
    }

    /**
     * Returns what a part listens to that may go earlier than the whole; it goes with the whole.
     */
    public Follows ofPart() {
        Follows part = new Follows();
        Subscription held = part::close;
        subscriptions.add(held);
        part.atEnd(() -> subscriptions.remove(held));
        return part;
    }

    @Override
    public void close() {
        List<Subscription> all = List.copyOf(subscriptions);
        subscriptions.clear();
        all.forEach(Subscription::unsubscribe);
    }
}
