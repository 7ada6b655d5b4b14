package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.GeneratedSample;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A large sample from the choice of its size to its source; needs no stage. */
final class GenerateSampleModel {

    /** The sizes to choose from, in profiles. */
    static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    /** The numbers of tags to choose from. */
    static final List<Integer> TAGS = List.of(50, GeneratePlan.USUAL_TAGS, 1_000, 2_000);

    private static final long SEED = 1;

    private final SampleGenerator generator;
    private final Sources names;
    private final LongWork<Progress> work;
    private final ObjectProperty<Long> profiles = new SimpleObjectProperty<>(SIZES.get(2));
    private final ObjectProperty<Integer> tags =
            new SimpleObjectProperty<>(GeneratePlan.USUAL_TAGS);
    private final ReadOnlyObjectWrapper<Optional<GeneratedSample>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * How far the sample is.
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
            SampleGenerator generator, Sources names, Background background, Executor onScreen) {
        this.generator = generator;
        this.names = names;
        this.work = new LongWork<>(background, onScreen);
    }

    ObjectProperty<Long> profiles() {
        return profiles;
    }

    ObjectProperty<Integer> tags() {
        return tags;
    }

    /** Returns the making of the sample; nothing of it is kept where it is stopped. */
    LongWork<Progress> work() {
        return work;
    }

    /** Returns the sample, once it is there. */
    ReadOnlyObjectProperty<Optional<GeneratedSample>> result() {
        return result.getReadOnlyProperty();
    }

    /**
     * Makes the sample.
     *
     * @param title what people will call the source
     */
    void run(String title) {
        if (work.busy().get()) {
            return;
        }
        long size = profiles.get();
        int many = tags.get();
        work.run(
                (progress, signal) -> make(size, many, title, progress, signal),
                made -> result.set(Optional.of(made)));
    }

    private GeneratedSample make(
            long size, int many, String title, Consumer<Progress> progress, CancelSignal signal) {
        SourceName name = names.freeName(GeneratePlan.usualName(size));
        GeneratePlan plan =
                new GeneratePlan(size, many, SEED, GeneratePlan.engineFor(size), name, title);
        return generator.run(
                plan, (rows, share) -> progress.accept(new Progress(rows, share)), signal);
    }
}
