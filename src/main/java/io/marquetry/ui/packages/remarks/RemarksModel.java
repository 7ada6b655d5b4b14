package io.marquetry.ui.packages.remarks;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.life.Remark;
import io.marquetry.life.Remarks;
import io.marquetry.life.Schedule;
import io.marquetry.life.Schedules;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.requirement.Goals;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is said of one package, what it is for and when it is meant to be out; needs no stage. */
public final class RemarksModel {

    private final Remarks remarks;
    private final Schedules schedules;
    private final Goals goals;
    private final Packages packages;
    private final TagGovernance tags;
    private final Background background;
    private final LatestOnly reading;
    private final PackageKey key;
    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Makes a model; {@link #load} fills it. */
    public RemarksModel(
            Remarks remarks,
            Schedules schedules,
            Goals goals,
            Packages packages,
            TagGovernance tags,
            Background background,
            PackageKey key) {
        this.remarks = remarks;
        this.schedules = schedules;
        this.goals = goals;
        this.packages = packages;
        this.tags = tags;
        this.background = background;
        this.reading = new LatestOnly(background);
        this.key = key;
    }

    /** Reads it afresh. */
    public void load(Consumer<Problem> failed) {
        reading.ask(this::read, now -> loaded.set(Optional.of(now)), failed);
    }

    private Loaded read(CancelSignal signal) {
        List<String> places = new ArrayList<>(List.of("", Remark.AUDIENCE));
        packages.get(key).current().tags().forEach(tag -> places.add(tag.value()));
        return new Loaded(
                remarks.of(key),
                places,
                schedules.of(key),
                goals.of(key).orElse(""),
                tags.catalog());
    }

    /** Returns what was read last; empty until then. */
    ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns why the last change was refused; empty where it was made. */
    ReadOnlyObjectProperty<Optional<Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    void say(String place, String content, Runnable done) {
        change(() -> remarks.add(key, place, content), done);
    }

    void settle(Remark remark, boolean settled) {
        change(() -> remarks.settle(key, remark.id(), settled), () -> {});
    }

    void plan(Schedule schedule) {
        change(() -> schedules.put(key, schedule), () -> {});
    }

    void aim(String goal) {
        change(() -> goals.say(key, goal), () -> {});
    }

    void refuse(Problem why) {
        refused.set(Optional.of(why));
    }

    private void change(Runnable work, Runnable done) {
        refused.set(Optional.empty());
        background.run(
                signal -> {
                    work.run();
                    return true;
                },
                made -> {
                    done.run();
                    load(this::refuse);
                },
                this::refuse);
    }

    /**
     * What was read.
     *
     * @param places where something can be said: all of it, its audience, its tags
     * @param goal what it is for; empty where nobody said
     */
    record Loaded(
            List<Remark> remarks,
            List<String> places,
            Schedule schedule,
            String goal,
            TagCatalog tags) {

        Loaded {
            remarks = List.copyOf(remarks);
            places = List.copyOf(places);
        }
    }
}
