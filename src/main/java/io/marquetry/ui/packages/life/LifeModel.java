package io.marquetry.ui.packages.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.check.CheckLine;
import io.marquetry.check.Checks;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageLife.VersionLife;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where one package is in its life, and the steps that can be made; needs no stage. */
public final class LifeModel {

    private final Lives lives;
    private final Packages packages;
    private final Checks checks;
    private final Background background;
    private final LatestOnly reading;
    private final PackageKey key;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty alone = new SimpleBooleanProperty();

    /**
     * Makes a model; {@link #load} fills it.
     *
     * @param changed runs on the FX thread when a step was made
     */
    public LifeModel(
            Lives lives,
            Packages packages,
            Checks checks,
            Background background,
            PackageKey key,
            Runnable changed) {
        this.lives = lives;
        this.packages = packages;
        this.checks = checks;
        this.background = background;
        this.reading = new LatestOnly(background);
        this.key = key;
        this.changed = changed;
    }

    /** Reads it afresh. */
    public void load(Consumer<Problem> failed) {
        reading.ask(this::read, now -> loaded.set(Optional.of(now)), failed);
    }

    private Loaded read(CancelSignal signal) {
        PackageLife life = lives.of(key);
        Optional<VersionLife> leading = life.leading();
        boolean own = leading.filter(one -> lives.isAuthor(key, one.version())).isPresent();
        AssetPackage judged =
                leading.filter(one -> one.state().locks())
                        .map(one -> packages.said(packages.version(key, one.version())))
                        .orElseGet(() -> packages.get(key).current());
        boolean frozen = leading.filter(one -> one.state().locks()).isPresent();
        OptionalInt version =
                frozen ? OptionalInt.of(leading.orElseThrow().version()) : OptionalInt.empty();
        return new Loaded(life, lives.steps(key), own, judged, checks.of(judged, version, signal));
    }

    /** Returns what was read last; empty until then. */
    ReadOnlyObjectProperty<Optional<Loaded>> loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns why the last step was refused; empty where it was made. */
    ReadOnlyObjectProperty<Optional<Problem>> refused() {
        return refused.getReadOnlyProperty();
    }

    /** Returns why it is sent back or put away. */
    StringProperty reason() {
        return reason;
    }

    /** Returns whether whoever approves their own work knows that nobody else looked at it. */
    BooleanProperty alone() {
        return alone;
    }

    /** Says why something may stand that a check found. */
    void overrule(CheckLine line, String why) {
        AssetPackage judged = loaded.get().orElseThrow().judged();
        refused.set(Optional.empty());
        background.run(
                signal -> checks.overrule(judged, line.kind(), line.about(), why, signal),
                done -> load(problem -> refused.set(Optional.of(problem))),
                problem -> refused.set(Optional.of(problem)));
    }

    /** Takes such a reason back. */
    void reopen(CheckLine line) {
        refused.set(Optional.empty());
        background.run(
                signal -> {
                    checks.reopen(key, line.kind(), line.about());
                    return line;
                },
                done -> load(problem -> refused.set(Optional.of(problem))),
                problem -> refused.set(Optional.of(problem)));
    }

    void submit() {
        make(signal -> lives.submit(key, signal));
    }

    /** Approves the version that was read, as it was read. */
    void approve() {
        VersionLife seen = loaded.get().flatMap(now -> now.life().leading()).orElseThrow();
        boolean knows = alone.get();
        make(signal -> lives.approve(key, seen.version(), seen.sha256(), knows));
    }

    void sendBack() {
        String why = reason.get();
        make(signal -> lives.sendBack(key, why));
    }

    void withdraw() {
        make(signal -> lives.withdraw(key));
    }

    void goLive() {
        make(signal -> lives.goLive(key));
    }

    void evaluate() {
        VersionLife seen = loaded.get().flatMap(now -> now.life().leading()).orElseThrow();
        make(signal -> lives.evaluate(key, seen.version()));
    }

    void archive() {
        String why = reason.get();
        make(
                signal -> {
                    lives.archive(key, why);
                    return lives.steps(key).getLast();
                });
    }

    private void make(Function<CancelSignal, Step> step) {
        refused.set(Optional.empty());
        background.run(
                step,
                made -> {
                    reason.set("");
                    alone.set(false);
                    changed.run();
                    load(why -> refused.set(Optional.of(why)));
                },
                why -> refused.set(Optional.of(why)));
    }

    /**
     * What was read.
     *
     * @param own whether whoever works here had a part in the newest submitted version
     * @param judged the package that the checks looked at
     * @param checks how each stands
     */
    record Loaded(
            PackageLife life,
            List<Step> steps,
            boolean own,
            AssetPackage judged,
            List<CheckLine> checks) {

        /** Returns the steps that can be tried from here. */
        List<PackageState> next() {
            return switch (life.state()) {
                case DRAFT ->
                        life.versions().isEmpty()
                                ? List.of(PackageState.IN_REVIEW)
                                : List.of(PackageState.IN_REVIEW, PackageState.ARCHIVED);
                case IN_REVIEW ->
                        List.of(PackageState.APPROVED, PackageState.DRAFT, PackageState.ARCHIVED);
                case APPROVED ->
                        List.of(PackageState.LIVE, PackageState.DRAFT, PackageState.ARCHIVED);
                case LIVE -> List.of(PackageState.EVALUATED, PackageState.IN_REVIEW);
                case EVALUATED -> List.of(PackageState.IN_REVIEW, PackageState.ARCHIVED);
                case TEMPLATE -> List.of(PackageState.IN_REVIEW, PackageState.ARCHIVED);
                case ARCHIVED -> List.of();
            };
        }
    }
}
