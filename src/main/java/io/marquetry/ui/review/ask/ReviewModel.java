package io.marquetry.ui.review.ask;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.review.RememberedReview;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageMarks;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.workspace.Workspace;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the review shows: the outcomes chosen, how they are looked at, and the answer. Needs no
 * stage; use it on the FX thread.
 */
public final class ReviewModel {

    private final ReviewWork work;
    private final ReviewTagsModel tags;
    private final CheckModel check;
    private final Background background;
    private final LatestOnly listing;
    private final LatestOnly asking;
    private final ObservableList<OutcomeSet> sets = FXCollections.observableArrayList();
    private final ObservableList<GroupValue> packages = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<OutcomeSet>> set =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ReviewChoices> choices =
            new ReadOnlyObjectWrapper<>(ReviewChoices.PLAIN);
    private final ReadOnlyObjectWrapper<Optional<Reviewed>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Period> days = Optional.empty();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.HIT);

    /** Makes the model of a workspace's outcomes. */
    public ReviewModel(Workspace workspace, Background background) {
        this.work = new ReviewWork(workspace);
        this.check = new CheckModel(workspace.reviews(), background);
        this.tags =
                new ReviewTagsModel(
                        workspace.tagWatch(), workspace.tags(), workspace.sources(), background);
        this.background = background;
        this.listing = new LatestOnly(background);
        this.asking = new LatestOnly(background);
        answer.subscribe(check::show);
    }

    /** Returns whether the advice would come by chance as well. */
    public CheckModel check() {
        return check;
    }

    /** Returns the tags, and whether they still mark whom they marked. */
    public ReviewTagsModel tags() {
        return tags;
    }

    /** Returns all sets of outcomes. */
    public ObservableList<OutcomeSet> sets() {
        return sets;
    }

    /** Returns the packages of the chosen outcomes, by the names that the outcomes give them. */
    public ObservableList<GroupValue> packages() {
        return packages;
    }

    /** Returns whether the list of sets was read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns whether an answer is on its way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns the outcomes that are looked at. */
    public ReadOnlyObjectProperty<Optional<OutcomeSet>> set() {
        return set.getReadOnlyProperty();
    }

    /** Returns how they are looked at. */
    public ReadOnlyObjectProperty<ReviewChoices> choices() {
        return choices.getReadOnlyProperty();
    }

    /** Returns the latest answer; it stays while the next is on its way. */
    public ReadOnlyObjectProperty<Optional<Reviewed>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Returns why there is no answer. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns which figure the charts show. */
    public ObjectProperty<Measure> measure() {
        return measure;
    }

    /** Reads the list of sets afresh, and asks about the chosen one. */
    public void load() {
        tags.load();
        listing.ask(
                signal -> new Listed(work.sets(), work.remembered()),
                this::listed,
                why -> problem.set(Optional.of(why)));
    }

    /** Reads the list afresh, then looks at a set. */
    public void loadAndChoose(OutcomeName wanted) {
        listing.ask(
                signal -> work.sets(),
                list -> {
                    sets.setAll(list);
                    loaded.set(true);
                    find(wanted).ifPresent(this::choose);
                },
                why -> problem.set(Optional.of(why)));
    }

    /** Looks at other outcomes. */
    public void choose(OutcomeSet other) {
        if (set.get().equals(Optional.of(other))) {
            return;
        }
        set.set(Optional.of(other));
        if (other.origin() instanceof OutcomeOrigin.InPlace place) {
            tags.choose(place.source());
        }
        packages.clear();
        days = Optional.empty();
        answer.set(Optional.empty());
        measure.set(firstMeasure(other));
        ReviewChoices now = choices.get();
        choices.set(
                now.withPack(Optional.empty())
                        .withPeriod(Period.ALL)
                        .withSegment(Optional.empty()));
        remember();
        ask();
    }

    /** Looks at the same outcomes in another way. */
    public void look(ReviewChoices other) {
        if (!choices.get().equals(other)) {
            choices.set(other);
            ask();
        }
    }

    /** Reads what can be said of the chosen outcomes. */
    public void known(Consumer<OutcomeChoices> found) {
        set.get()
                .ifPresent(
                        now ->
                                background.run(
                                        signal -> work.known(now, signal),
                                        found,
                                        why -> problem.set(Optional.of(why))));
    }

    /** Says anew what outcomes mean, and looks at them again. */
    public void change(OutcomeSet wanted, Runnable done, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    work.change(wanted, signal);
                    return wanted;
                },
                changed -> {
                    done.run();
                    load();
                },
                failed);
    }

    /** Forgets outcomes, and looks at others. */
    public void forget(OutcomeSet gone, Consumer<Problem> failed) {
        cancel();
        background.act(() -> work.forget(gone), this::load, failed);
    }

    /** Reads where advice turns, and what is aimed at. */
    public void goals(BiConsumer<Thresholds, Targets> found) {
        background.run(
                signal -> work.goals(),
                goals -> found.accept(goals.thresholds(), goals.targets()),
                why -> problem.set(Optional.of(why)));
    }

    /** Keeps where advice turns, what is aimed at, and what money assumes, then looks again. */
    public void settle(
            Thresholds thresholds, Targets targets, Economics economics, Correction correction) {
        choices.set(choices.get().with(economics, correction));
        remember();
        background.act(
                () -> work.keep(new ReviewWork.Goals(thresholds, targets)),
                this::ask,
                why -> problem.set(Optional.of(why)));
    }

    /**
     * Answers for several ways to look at the chosen outcomes, in their order.
     *
     * @param failed gets the reason where one of them cannot be answered
     */
    public void compare(
            List<Side> sides, Consumer<List<Reviewed>> found, Consumer<Problem> failed) {
        OutcomeSet now = set.get().orElse(null);
        if (now == null) {
            return;
        }
        busy.set(true);
        background.run(
                signal ->
                        sides.stream()
                                .map(side -> work.answer(now, side.choices(), signal))
                                .toList(),
                answers -> {
                    busy.set(false);
                    found.accept(answers);
                },
                why -> {
                    busy.set(false);
                    failed.accept(why);
                });
    }

    /** Makes another package like one, with names made of its names. */
    public void duplicate(
            PackageKey key,
            UnaryOperator<String> named,
            Consumer<PackageKey> done,
            Consumer<Problem> failed) {
        background.run(signal -> work.duplicate(key, named), done, failed);
    }

    /** Makes a package with the people of a group. */
    public void compose(
            GroupPeople people,
            LocalizedText name,
            Consumer<PackageKey> done,
            Consumer<Problem> failed) {
        background.run(signal -> work.compose(people, name), done, failed);
    }

    /** Takes a package out of the list, and then hands over what brings it back. */
    public void putAway(PackageKey key, Consumer<Runnable> done, Consumer<Problem> failed) {
        background.run(
                signal -> work.putAway(key),
                back -> done.accept(() -> background.act(back, () -> {}, failed)),
                failed);
    }

    /** Notes something of a package, and then hands over what takes the note back. */
    public void mark(
            PackageKey key,
            PackageMarks.Mark mark,
            Consumer<Runnable> done,
            Consumer<Problem> failed) {
        background.run(
                signal -> work.mark(key, mark),
                back -> done.accept(() -> background.act(back, () -> {}, failed)),
                failed);
    }

    /** Returns the days that the chosen outcomes have; empty until all of them were looked at. */
    public Optional<Period> days() {
        return days;
    }

    /** Drops the question that is on its way. */
    public void cancel() {
        asking.cancel();
        busy.set(false);
    }

    /** Asks again for what is chosen. */
    void ask() {
        OutcomeSet now = set.get().orElse(null);
        if (now == null) {
            return;
        }
        ReviewChoices wanted = choices.get();
        busy.set(true);
        problem.set(Optional.empty());
        asking.ask(
                signal -> work.answer(now, wanted, signal),
                found -> {
                    busy.set(false);
                    offerPackages(found, wanted);
                    answer.set(Optional.of(found));
                },
                why -> {
                    busy.set(false);
                    problem.set(Optional.of(why));
                });
    }

    private void listed(Listed found) {
        sets.setAll(found.sets());
        boolean first = !loaded.get();
        loaded.set(true);
        if (first) {
            choices.set(
                    choices.get()
                            .with(found.remembered().economics(), found.remembered().correction()));
        }
        Optional<OutcomeSet> still = set.get().flatMap(s -> find(s.name()));
        if (still.isPresent() && still.equals(set.get())) {
            if (answer.get().isEmpty() && !busy.get()) {
                ask();
            }
            return;
        }
        Optional<OutcomeSet> next =
                still.or(() -> found.remembered().set().flatMap(this::find))
                        .or(() -> sets.stream().findFirst());
        set.set(Optional.empty());
        next.ifPresentOrElse(this::choose, () -> answer.set(Optional.empty()));
    }

    private Optional<OutcomeSet> find(OutcomeName name) {
        return sets.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private void offerPackages(Reviewed found, ReviewChoices wanted) {
        if (wanted.period().equals(Period.ALL)) {
            days = Periods.of(found);
        }
        if (wanted.pack().isPresent() || !wanted.period().equals(Period.ALL)) {
            return;
        }
        packages.setAll(
                found.by(Advisory.PACKAGES).stream()
                        .flatMap(division -> division.groups().stream())
                        .map(group -> group.values().getFirst())
                        .filter(value -> value.word().isPresent())
                        .toList());
    }

    private void remember() {
        RememberedReview now =
                new RememberedReview(
                        set.get().map(OutcomeSet::name),
                        choices.get().economics(),
                        choices.get().correction());
        background.act(() -> work.remember(now), () -> {}, why -> problem.set(Optional.of(why)));
    }

    private static Measure firstMeasure(OutcomeSet set) {
        // Only messages bring hits here: nothing can be compared by them.
        boolean bySendOnly =
                set.mapping().isUnsure(OutcomeRole.HIT)
                        && set.mapping().records(OutcomeRole.CONVERTED);
        if (!bySendOnly && set.mapping().records(OutcomeRole.HIT)) {
            return Measure.HIT;
        }
        return set.mapping().records(OutcomeRole.CONVERTED)
                ? Measure.CONVERSION
                : set.mapping().records(OutcomeRole.REVENUE) ? Measure.REVENUE : Measure.REACH;
    }

    private record Listed(List<OutcomeSet> sets, RememberedReview remembered) {}
}
