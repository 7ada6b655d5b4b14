package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.GeneratedSample;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.local.ProfileImport;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A large sample from the choice of its size to its source; needs no stage. */
final class GenerateSampleModel {

    /** The sizes to choose from, in profiles. */
    static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    /** The numbers of tags to choose from. */
    static final List<Integer> TAGS = List.of(50, GeneratePlan.USUAL_TAGS, 1_000, 2_000);

    private static final long SEED = 1;

    private final SampleGenerator generator;
    private final ProfileImport names;
    private final Executor onScreen;
    private final LatestOnly running;
    private final ObjectProperty<Long> profiles = new SimpleObjectProperty<>(SIZES.get(2));
    private final ObjectProperty<Integer> tags =
            new SimpleObjectProperty<>(GeneratePlan.USUAL_TAGS);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GeneratedSample>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * How far it is.
     *
     * @param rows made so far
     * @param share of all, 0 to 1
     */
    record Progress(long rows, double share) {}

    /**
     * Begins with the usual choice.
     *
     * @param onScreen brings progress onto the FX thread
     */
    GenerateSampleModel(
            SampleGenerator generator,
            ProfileImport names,
            Background background,
            Executor onScreen) {
        this.generator = generator;
        this.names = names;
        this.onScreen = onScreen;
        this.running = new LatestOnly(background);
    }

    ObjectProperty<Long> profiles() {
        return profiles;
    }

    ObjectProperty<Integer> tags() {
        return tags;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Progress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns why the last try failed. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what was made, once it is there. */
    ReadOnlyObjectProperty<Optional<GeneratedSample>> result() {
        return result.getReadOnlyProperty();
    }

    /**
     * Makes the sample.
     *
     * @param title what people will call its source
     */
    void run(String title) {
        if (busy.get()) {
            return;
        }
        long size = profiles.get();
        int many = tags.get();
        problem.set(Optional.empty());
        progress.set(Optional.empty());
        busy.set(true);
        running.ask(
                signal -> make(size, many, title, signal),
                made -> {
                    busy.set(false);
                    result.set(Optional.of(made));
                },
                why -> {
                    busy.set(false);
                    problem.set(Optional.of(why));
                });
    }

    /** Stops it; nothing of it is kept. */
    void stop() {
        running.cancel();
        busy.set(false);
    }

    private GeneratedSample make(long size, int many, String title, CancelSignal signal) {
        SourceName name = names.freeName(GeneratePlan.usualName(size));
        GeneratePlan plan =
                new GeneratePlan(size, many, SEED, GeneratePlan.engineFor(size), name, title);
        return generator.run(plan, this::progressed, signal);
    }

    private void progressed(long rows, double share) {
        onScreen.execute(
                () -> {
                    if (busy.get()) {
                        progress.set(Optional.of(new Progress(rows, share)));
                    }
                });
    }
}
