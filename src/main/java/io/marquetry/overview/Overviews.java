package io.marquetry.overview;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.compare.PackageChange;
import io.marquetry.compare.PackageChanges;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryCard;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.life.Remark;
import io.marquetry.life.Remarks;
import io.marquetry.life.Schedule;
import io.marquetry.life.Schedules;
import io.marquetry.overview.Overview.Entry;
import io.marquetry.overview.Overview.Judged;
import io.marquetry.overview.Overview.Sending;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at everything at once. Blocks, so never call it on the FX thread. */
public final class Overviews {

    private final Packages packages;
    private final Lives lives;
    private final Said said;
    private final Dispatches dispatches;
    private final Library library;
    private final PackageOutcomes outcomes;
    private final Supplier<LocalDate> today;

    /** What people said of packages: in words, and when they are meant to be out. */
    public record Said(Remarks remarks, Schedules schedules) {}

    /**
     * Looks at one workspace.
     *
     * @param today the day of whoever works here
     */
    public Overviews(
            Packages packages,
            Lives lives,
            Said said,
            Dispatches dispatches,
            Library library,
            PackageOutcomes outcomes,
            Supplier<LocalDate> today) {
        this.packages = packages;
        this.lives = lives;
        this.said = said;
        this.dispatches = dispatches;
        this.library = library;
        this.outcomes = outcomes;
        this.today = today;
    }

    /** Returns how everything stands; quick. */
    public Overview look(CancelSignal signal) {
        Map<PackageKey, PackageLife> all = lives.all();
        Map<PackageKey, Schedule> schedules = said.schedules().all();
        Map<PackageState, List<Entry>> board = new EnumMap<>(PackageState.class);
        List<Entry> overdue = new ArrayList<>();
        packages.list()
                .forEach(
                        row -> {
                            PackageKey key = row.pack().key();
                            PackageLife life = all.getOrDefault(key, PackageLife.none(key, false));
                            Entry entry =
                                    new Entry(
                                            key,
                                            row.pack().name(),
                                            schedules.getOrDefault(key, Schedule.NONE));
                            board.computeIfAbsent(life.state(), state -> new ArrayList<>())
                                    .add(entry);
                            if (life.isLive() && entry.schedule().isOver(today.get())) {
                                overdue.add(entry);
                            }
                        });
        signal.check();
        return new Overview(
                board,
                lives.waiting(),
                dispatches.list().stream()
                        .filter(status -> !isOver(status))
                        .map(Overviews::sending)
                        .toList(),
                overdue,
                said.remarks().open().stream()
                        .collect(Collectors.groupingBy(Remark::key, Collectors.counting())));
    }

    private static boolean isOver(Status status) {
        return switch (status.state()) {
            case DONE, CANCELLED, EXPIRED -> true;
            case PLANNED, SCHEDULED, RUNNING, PAUSED -> false;
        };
    }

    private static Sending sending(Status status) {
        long people = status.dispatch().counts().net();
        Optional<BigDecimal> cost = status.dispatch().cost();
        return new Sending(
                status.dispatch().id(), status.dispatch().pack(), status.state(), people, cost);
    }

    /** Returns what works, what fades and what was achieved; may take a while. */
    public Judged judge(CancelSignal signal) {
        List<LibraryCard> works = new ArrayList<>();
        List<LibraryCard> fades = new ArrayList<>();
        for (LibraryCard card : library.cards(signal)) {
            switch (card.standing()) {
                case PROVEN, PROVISIONAL -> works.add(card);
                case FADING, DUE -> fades.add(card);
                case WAITING, RETIRED -> {}
            }
        }
        signal.check();
        Map<PackageKey, LocalizedText> names = new HashMap<>();
        packages.list().forEach(row -> names.put(row.pack().key(), row.pack().name()));
        List<Overview.Achieved> achieved = new ArrayList<>();
        outcomes.all(signal)
                .forEach(
                        (key, one) ->
                                Optional.ofNullable(names.get(key))
                                        .ifPresent(
                                                name ->
                                                        achieved.add(
                                                                new Overview.Achieved(
                                                                        key,
                                                                        name,
                                                                        one.set(),
                                                                        one.group()))));
        achieved.sort(Comparator.comparing(Overview.Achieved::key));
        return new Judged(works, fades, achieved);
    }

    /**
     * Returns the known packages that a package is most like, the likest first; nobody is counted.
     *
     * @return at most {@value Near#MOST}, none without anything in common
     */
    public List<Near> nearest(AssetPackage pack, CancelSignal signal) {
        List<Near> near = new ArrayList<>();
        outcomes.all(signal)
                .forEach(
                        (key, one) -> {
                            if (!key.equals(pack.key()) && packages.isListed(key)) {
                                AssetPackage other = asItWentOut(key);
                                double likeness = Likeness.of(other, pack);
                                if (likeness > 0) {
                                    near.add(
                                            new Near(
                                                    other,
                                                    likeness,
                                                    one.set(),
                                                    one.group(),
                                                    changes(other, pack)));
                                }
                            }
                        });
        near.sort(
                Comparator.comparingDouble(Near::likeness)
                        .reversed()
                        .thenComparing(one -> one.pack().key()));
        return List.copyOf(near.subList(0, Math.min(Near.MOST, near.size())));
    }

    private AssetPackage asItWentOut(PackageKey key) {
        return packages.latest(key)
                .map(packages::said)
                .orElseGet(() -> packages.get(key).current());
    }

    /** That they are called otherwise is no news. */
    private static List<PackageChange> changes(AssetPackage from, AssetPackage to) {
        return PackageChanges.between(from.withName(to.name()), to);
    }
}
