package io.marquetry.ui.shell;

import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.navigation.Screen;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The screens of one language: each is made when it is first wanted, and kept. */
final class OpenScreens implements AutoCloseable {

    private final List<ScreenMaker> makers;
    private final Map<String, OpenScreen> open = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable OpenScreen> front =
            new ReadOnlyObjectWrapper<>(null);
    private final Desk desk;

    OpenScreens(List<ScreenMaker> makers, Desk desk) {
        this.makers = makers;
        this.desk = desk;
    }

    /** Returns the screens there are, in the order of the rail. */
    List<Screen> offered() {
        return makers.stream().map(ScreenMaker::screen).toList();
    }

    /** Brings the screen of that stem to the front and returns it. */
    OpenScreen bring(String stem) {
        OpenScreen wanted = open.computeIfAbsent(stem, this::make);
        front.set(wanted);
        wanted.shown().run();
        return wanted;
    }

    private OpenScreen make(String stem) {
        return makers.stream()
                .filter(maker -> maker.screen().stem().equals(stem))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such screen: " + stem))
                .open(desk);
    }

    /** Returns the screen in front; null before the first. */
    ReadOnlyObjectProperty<@Nullable OpenScreen> front() {
        return front.getReadOnlyProperty();
    }

    /** Lets go of all screens but the one in front; each is made anew when it is wanted again. */
    void forgetBehind() {
        open.values()
                .removeIf(
                        screen -> {
                            boolean behind = !screen.equals(front.get());
                            if (behind) {
                                screen.close();
                            }
                            return behind;
                        });
    }

    @Override
    public void close() {
        open.values().forEach(OpenScreen::close);
        open.clear();
    }
}
