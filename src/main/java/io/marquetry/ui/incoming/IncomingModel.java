package io.marquetry.ui.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.handoff.incoming.Choices;
import io.marquetry.handoff.incoming.Choices.Existing;
import io.marquetry.handoff.incoming.FieldNames;
import io.marquetry.handoff.incoming.FieldQuestion;
import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.handoff.incoming.Translation;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What comes in, and what is to become of it; needs no stage. */
final class IncomingModel {

    private final PackageIntake intake;
    private final Sources sources;
    private final Background background;
    private final Function<Translation, Incoming> read;
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Existing>> choices =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<Optional<ProfileSource>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty leavesOut = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * Makes the model of something that comes in.
     *
     * @param read reads it and compares it with the workspace; blocks
     */
    IncomingModel(
            PackageIntake intake,
            Sources sources,
            Background background,
            Function<Translation, Incoming> read) {
        this.intake = intake;
        this.sources = sources;
        this.background = background;
        this.read = read;
        source.subscribe(
                (before, now) ->
                        look(translation().addressing(now.map(ProfileSource::name)), () -> {}));
        leavesOut.subscribe((before, now) -> look(translation().leavingOut(now), () -> {}));
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

    /** Tells whether what asks for fields that are not here stays out. */
    BooleanProperty leavesOut() {
        return leavesOut;
    }

    /** Tells whether it is being read again or taken. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Reads it and compares it with the workspace. */
    void look() {
        look(Translation.NONE, () -> {});
    }

    /** Compares it anew, called otherwise; what was chosen stays. */
    private void look(Translation here, Runnable done) {
        problem.set(Optional.empty());
        busy.set(true);
        background.run(
                signal -> new Seen(read.apply(here), sources.list()),
                found -> {
                    busy.set(false);
                    seen.set(Optional.of(found));
                    done.run();
                },
                this::failed);
    }

    private Translation translation() {
        return seen.get().map(found -> found.incoming().translation()).orElse(Translation.NONE);
    }

    /**
     * Lets a thing come in under another key; its own key takes that back.
     *
     * @param done runs when it does; a key that cannot be is told as a problem instead
     */
    void rename(IncomingItem item, String key, Runnable done) {
        Translation now = translation();
        try {
            look(now.with(now.renames().with(item, key.strip())), done);
        } catch (ProblemException e) {
            problem.set(Optional.of(e.problem()));
        }
    }

    /** Returns the fields that our sources call otherwise or have not. */
    List<FieldQuestion> questions() {
        return seen.get().map(found -> found.incoming().questions()).orElse(List.of());
    }

    /** Makes the model of the dialog that asks for them; begins to count what could answer. */
    Optional<FieldsModel> fields() {
        return seen.get()
                .map(
                        found -> {
                            FieldsModel asking = new FieldsModel();
                            background.run(
                                    signal -> intake.offers(found.incoming(), signal),
                                    asking::show,
                                    asking::fail);
                            return asking;
                        });
    }

    /** Takes over what the fields are called here. */
    void map(Map<SourceName, FieldNames> answers) {
        Translation now = translation();
        for (Map.Entry<SourceName, FieldNames> one : answers.entrySet()) {
            now = now.with(one.getKey(), one.getValue());
        }
        look(now, () -> {});
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
        if (found.isEmpty() || busy.get() || open() > 0) {
            return;
        }
        Choices chosen = new Choices(Existing.ASK, choices.get());
        problem.set(Optional.empty());
        busy.set(true);
        background.run(
                signal -> intake.take(found.get().incoming(), chosen),
                taken -> {
                    busy.set(false);
                    done.accept(taken);
                },
                this::failed);
    }

    private void failed(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
    }
}
