package io.marquetry.dispatch;

import io.marquetry.asset.Template;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.dispatch.H2DispatchFiles;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Dispatches that are frozen without a source: so many people, one in ten held out. */
public final class FrozenExample {

    public static final DispatchId ID = new DispatchId(1);

    private FrozenExample() {}

    /** Freezes one without quiet hours. */
    public static H2DispatchFiles freeze(Path workspace, int people, Instant from) {
        return freeze(workspace, people, from, QuietHours.NONE, ZoneOffset.UTC);
    }

    /** Freezes one. */
    public static H2DispatchFiles freeze(
            Path workspace, int people, Instant from, QuietHours quiet, ZoneId zone) {
        return freeze(workspace, people, from, quiet, zone, List.of());
    }

    /** Freezes one of whose people each third takes a second account. */
    public static H2DispatchFiles freezeTwo(Path workspace, int people, Instant from) {
        Route second =
                new Route(
                        "second",
                        ChannelKind.MAIL,
                        Optional.of("mail"),
                        Optional.empty(),
                        new Template("Hello {name|customer}"),
                        Optional.empty());
        return freeze(workspace, people, from, QuietHours.NONE, ZoneOffset.UTC, List.of(second));
    }

    private static int route(int person, List<Route> others) {
        return person % 3 == 1 && !others.isEmpty() ? 1 : 0;
    }

    private static List<Long> byRoute(int people, List<Route> others) {
        long second =
                IntStream.range(0, people)
                        .filter(i -> i % 10 != 0 && route(i, others) == 1)
                        .count();
        long all = IntStream.range(0, people).filter(i -> i % 10 != 0).count();
        return others.isEmpty() ? List.of() : List.of(all - second, second);
    }

    private static H2DispatchFiles freeze(
            Path workspace,
            int people,
            Instant from,
            QuietHours quiet,
            ZoneId zone,
            List<Route> others) {
        H2DispatchFiles files = new H2DispatchFiles(workspace);
        int held = (people + 9) / 10;
        Dispatch dispatch =
                new Dispatch(
                        ID,
                        new PackageKey("pack_one"),
                        1,
                        "0".repeat(64),
                        "demo",
                        ChannelKind.PUSH,
                        new Dispatch.Columns(Optional.empty(), Optional.empty(), Optional.empty()),
                        new Template("Dear {name|customer}"),
                        0.1,
                        "salt",
                        from,
                        from.plusSeconds(86_400 * 365L),
                        quiet,
                        ZoneId.of("UTC"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "li",
                        from,
                        new Snapshot(
                                new SourceName("customers"), "f", from, LocalDate.of(2026, 1, 2)),
                        new Counts(
                                people,
                                Map.of(),
                                Map.of(),
                                0,
                                held,
                                people - held,
                                byRoute(people, others)),
                        Terms.NONE,
                        others);
        files.freeze(
                dispatch,
                each -> {
                    for (int i = 0; i < people; i++) {
                        boolean out = i % 10 == 0;
                        each.accept(
                                new Recipient(
                                        i,
                                        "key-" + i,
                                        out
                                                ? Optional.empty()
                                                : Optional.of("address-" + i + "@example.com"),
                                        out ? Arm.HOLDOUT : Arm.SEND,
                                        0,
                                        from,
                                        zone,
                                        out
                                                ? new TreeMap<>()
                                                : new TreeMap<>(Map.of("name", "N" + i)),
                                        route(i, others),
                                        route(i, others) == 0
                                                ? List.of()
                                                : List.of(Reason.NO_ADDRESS.bit())));
                    }
                },
                List.of(),
                new StateStep(
                        DispatchState.PLANNED, Optional.empty(), "li", Optional.empty(), from));
        return files;
    }

    /** Returns an account that keeps keys so long, and can be asked or not. */
    public static Account account(long keySeconds, boolean looksUp) {
        return account(keySeconds, looksUp, 100_000);
    }

    /** Returns an account that takes some a second, which is the size of a claim, too. */
    public static Account account(long keySeconds, boolean looksUp, int perSecond) {
        return new Account(
                "demo",
                ChannelKind.PUSH,
                new Account.Provider.Demonstration(),
                perSecond,
                Duration.ofSeconds(keySeconds),
                looksUp,
                Optional.empty());
    }
}
