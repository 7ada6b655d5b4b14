package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.common.screen.ListPlace;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The state of the window around the screens; needs no stage. */
public final class ShellModel {

    private final StringProperty screen = new SimpleStringProperty("compose");
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ObjectProperty<Optional<ProfileSource>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<PackageKey>> openPackage =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<String, List<Double>> dividers = new HashMap<>();
    private final Map<String, ListPlace> lists = new HashMap<>();
    private boolean tourSeen;

    /**
     * Begins where the last start ended.
     *
     * @param system the system's language, for a first start
     */
    public ShellModel(WindowSettings settings, Locale system) {
        Locale wanted =
                settings.language() == null ? system : Locale.forLanguageTag(settings.language());
        language.set(Texts.in(wanted).locale());
        if (settings.theme() != null) {
            theme.set(settings.theme());
        }
        if (settings.screen() != null) {
            screen.set(settings.screen());
        }
        openPackage.set(
                Optional.ofNullable(settings.packageKey())
                        .filter(PackageKey::isValid)
                        .map(PackageKey::new));
        if (settings.dividers() != null) {
            dividers.putAll(settings.dividers());
        }
        if (settings.lists() != null) {
            lists.putAll(settings.lists());
        }
        tourSeen = settings.tourSeen();
    }

    /** Returns the stem of the screen in front. */
    public StringProperty screen() {
        return screen;
    }

    /** Returns the look. */
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Returns the language; one of {@link Texts#LANGUAGES}. */
    public ObjectProperty<Locale> language() {
        return language;
    }

    /** Returns the source that the screen in front speaks of. */
    public ObjectProperty<Optional<ProfileSource>> source() {
        return source;
    }

    /** Returns the package that is open in the composer. */
    public ObjectProperty<Optional<PackageKey>> openPackage() {
        return openPackage;
    }

    /** Returns the positions of the split panes, by id; changes are remembered. */
    public Map<String, List<Double>> dividers() {
        return dividers;
    }

    /** Returns how lists were left, by the id of their table; changes are remembered. */
    public Map<String, ListPlace> lists() {
        return lists;
    }

    /** Returns whether the tour was shown or skipped. */
    public boolean isTourSeen() {
        return tourSeen;
    }

    /** Remembers that the tour was shown or skipped. */
    public void tourWasSeen() {
        tourSeen = true;
    }

    /** Returns the other language of the two. */
    public Locale otherLanguage() {
        return Texts.LANGUAGES.stream()
                .filter(l -> !l.equals(language.get()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what is to be remembered, with the window's place. */
    public WindowSettings settings(WindowPlace place) {
        return new WindowSettings(
                language.get().toLanguageTag(),
                theme.get(),
                place,
                screen.get(),
                tourSeen,
                openPackage.get().map(PackageKey::value).orElse(null),
                dividers,
                lists);
    }
}
