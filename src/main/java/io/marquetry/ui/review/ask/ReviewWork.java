package io.marquetry.ui.review.ask;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.UserZone;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.RememberedReview;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.Scope;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageKeys;
import io.marquetry.pack.PackageMarks;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the review does in the workspace. Every method blocks: never on the FX thread. */
final class ReviewWork {

    private final Workspace workspace;

    ReviewWork(Workspace workspace) {
        this.workspace = workspace;
    }

    List<OutcomeSet> sets() {
        return workspace.outcomes().sets().list();
    }

    /** Returns the arms that outcomes tell of, and the packages that can be behind them. */
    OutcomeChoices known(OutcomeSet set, CancelSignal signal) {
        Map<PackageKey, LocalizedText> packages = new LinkedHashMap<>();
        workspace
                .packages()
                .list()
                .forEach(row -> packages.put(row.pack().key(), row.pack().name()));
        return new OutcomeChoices(workspace.outcomes().meaning().arms(set, signal), packages);
    }

    void change(OutcomeSet wanted, CancelSignal signal) {
        workspace.outcomes().meaning().change(wanted, signal);
    }

    void forget(OutcomeSet set) {
        workspace.outcomes().intake().remove(set.name());
    }

    RememberedReview remembered() {
        return RememberedReview.read(workspace.settings());
    }

    void remember(RememberedReview review) {
        review.write(workspace.settings());
    }

    /**
     * Answers all that the screen shows in one go.
     *
     * @throws io.marquetry.base.ProblemException if the outcomes are gone, or cannot be divided in
     *     this way
     */
    Reviewed answer(OutcomeSet set, ReviewChoices choices, CancelSignal signal) {
        Question question =
                new Question(
                        set,
                        scope(set, choices),
                        choices.segment().map(Grouping::by).map(List::of).orElse(List.of()),
                        choices.step(),
                        choices.economics(),
                        choices.correction(),
                        Map.of());
        return workspace.reviews().of(question, signal);
    }

    /** Makes another package like one, and returns its key. */
    PackageKey duplicate(PackageKey key, UnaryOperator<String> named) {
        LocalizedText before = workspace.packages().get(key).current().name();
        SortedMap<String, String> names = new TreeMap<>(before.byLanguage());
        names.replaceAll((language, name) -> named.apply(name));
        return workspace.packages().duplicate(key, new LocalizedText(names));
    }

    /** Makes a package with the people of a group, and returns its key. */
    PackageKey compose(GroupPeople people, LocalizedText name) {
        PackageKey key =
                PackageKeys.fromName(
                        name.in(Locale.ENGLISH),
                        workspace.packages().keys(),
                        LocalDate.now(UserZone.get()));
        workspace.packages().create(key, name, people.source(), people.edits());
        return key;
    }

    /** Notes something of a package; returns what takes it back. */
    Runnable mark(PackageKey key, PackageMarks.Mark mark) {
        PackageMarks marks = new PackageMarks(workspace.settings());
        Optional<PackageMarks.Mark> before = marks.of(key);
        marks.put(key, Optional.of(mark));
        return () -> marks.put(key, before);
    }

    /** Takes a package out of the list, and returns what brings it back. */
    Runnable putAway(PackageKey key) {
        Packages.PutAway away = workspace.packages().putAway(List.of(key));
        return () -> workspace.packages().bringBack(away);
    }

    /** Where advice turns, and what is aimed at. */
    record Goals(Thresholds thresholds, Targets targets) {}

    Goals goals() {
        return new Goals(Thresholds.read(workspace.settings()), Targets.read(workspace.settings()));
    }

    void keep(Goals goals) {
        goals.thresholds().write(workspace.settings());
        goals.targets().write(workspace.settings());
    }

    private Scope scope(OutcomeSet set, ReviewChoices choices) {
        Scope days =
                new Scope(
                        Set.of(), Optional.empty(), choices.period().from(), choices.period().to());
        if (choices.pack().isEmpty()) {
            return days;
        }
        String pack = choices.pack().get();
        return PackageKey.isValid(pack)
                ? workspace.effects().scope(set, new PackageKey(pack), days)
                : new Scope(Set.of(pack), days.version(), days.from(), days.to());
    }
}
