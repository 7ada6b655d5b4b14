package io.marquetry.ui.incoming;

import io.marquetry.base.Problem;
import io.marquetry.handoff.incoming.Choices;
import io.marquetry.handoff.incoming.Choices.Existing;
import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What comes in, and what is to become of it; needs no stage. */
final class IncomingModel {

    private final PackageIntake intake;
    private final Sources sources;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Existing>> choices =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<Optional<ProfileSource>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

    IncomingModel(PackageIntake intake, Sources sources, Background background) {
        this.intake = intake;
        this.sources = sources;
        this.background = background;
    }

    /**
     * What was found.
     *
     * @param sources those of the workspace, whose profiles the packages could address
     */
    record Seen(Incoming incoming, List<ProfileSource> sources) {}

    /** Returns what comes in; empty while it is read, and where that failed. */
    ReadOnlyObjectProperty<Optional<Seen>> seen() {
        return seen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what was chosen, by key. */
    ReadOnlyObjectProperty<Map<String, Existing>> choices() {
        return choices.getReadOnlyProperty();
    }

    /** Returns whose profiles the packages shall address; empty for those that they name. */
    ObjectProperty<Optional<ProfileSource>> source() {
        return source;
    }

    /** Tells whether it is being taken. */
    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Reads documents and compares them with the workspace. */
    void look(Supplier<Incoming> read) {
        problem.set(Optional.empty());
        background.run(
                signal -> new Seen(read.get(), sources.list()),
                found -> seen.set(Optional.of(found)),
                why -> problem.set(Optional.of(why)));
    }

    /** Chooses for things that differ. */
    void choose(Collection<IncomingItem> items, Existing what) {
        Map<String, Existing> now = new HashMap<>(choices.get());
        items.stream().filter(this::isOpen).forEach(item -> now.put(item.key(), what));
        choices.set(Map.copyOf(now));
    }

    /** Returns whether somebody has to choose what becomes of it. */
    boolean isOpen(IncomingItem item) {
        return seen.get().filter(found -> found.incoming().different().contains(item)).isPresent();
    }

    /** Returns what was chosen for it; {@code ASK} before. */
    Existing choice(IncomingItem item) {
        return choices.get().getOrDefault(item.key(), Existing.ASK);
    }

    /** Returns how many choices are still to be made. */
    long open() {
        return seen.get()
                .map(
                        found ->
                                found.incoming().different().stream()
                                        .filter(item -> choice(item) == Existing.ASK)
                                        .count())
                .orElse(0L);
    }

    /** Takes it, all or nothing. */
    void take(Consumer<Taken> done) {
        Optional<Seen> found = seen.get();
        if (found.isEmpty() || saving.get() || open() > 0) {
            return;
        }
        Choices chosen =
                new Choices(
                        Existing.ASK,
                        choices.get(),
                        Map.of(),
                        source.get().map(ProfileSource::name));
        saving.set(true);
        background.run(
                signal -> intake.take(found.get().incoming(), chosen),
                taken -> {
                    saving.set(false);
                    done.accept(taken);
                },
                why -> {
                    saving.set(false);
                    problem.set(Optional.of(why));
                });
    }
}
