package io.marquetry.ui.shell;

import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The screens of one language: each is made when it is first wanted, and kept. */
final class OpenScreens {

    private final Map<Screen, ScreenMaker> makers = new EnumMap<>(Screen.class);
    private final Map<Screen, OpenScreen> open = new EnumMap<>(Screen.class);
    private final ReadOnlyObjectWrapper<@Nullable OpenScreen> front =
            new ReadOnlyObjectWrapper<>(null);
    private final Desk desk;

    OpenScreens(List<ScreenMaker> makers, Desk desk) {
        makers.forEach(maker -> this.makers.put(maker.screen(), maker));
        this.desk = desk;
    }

    /** Returns the screens there are, in the order of the rail. */
    List<Screen> offered() {
        return List.copyOf(makers.keySet());
    }

    /** Brings a screen to the front and returns it. */
    OpenScreen bring(Screen screen) {
        OpenScreen wanted =
                open.computeIfAbsent(
                        screen,
                        s -> {
                            ScreenMaker maker = makers.get(s);
                            if (maker == null) {
                                throw new IllegalArgumentException("no such screen: " + s);
                            }
                            return maker.open(desk);
                        });
        front.set(wanted);
        wanted.shown().run();
        return wanted;
    }

    /** Returns the screen in front; null before the first. */
    ReadOnlyObjectProperty<@Nullable OpenScreen> front() {
        return front.getReadOnlyProperty();
    }
}
