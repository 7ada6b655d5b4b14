package io.marquetry.dispatch.plan;

import io.marquetry.asset.Template;
import io.marquetry.audience.PeopleReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Composition;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Exit;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.outcome.Conversions;
import io.marquetry.dispatch.series.Trigger;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Carriers;
import io.marquetry.pack.PackageVersion;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Plans dispatches: who would get what and when, and who not, and why. Changes nothing. */
public final class DispatchPlanner {

    private final SendableVersions versions;
    private final AudienceNow audience;
    private final Function<SourceName, PeopleReader> people;
    private final Conversions conversions;
    private final Reach reach;
    private final Actor actor;
    private final InstantSource clock;

    /** Makes it for a workspace. */
    public DispatchPlanner(
            SendableVersions versions,
            AudienceNow audience,
            Function<SourceName, PeopleReader> people,
            Conversions conversions,
            Reach reach,
            Actor actor,
            InstantSource clock) {
        this.versions = versions;
        this.audience = audience;
        this.people = people;
        this.conversions = conversions;
        this.reach = reach;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Plans one.
     *
     * @throws io.marquetry.base.ProblemException if the version may not be sent, there is no such
     *     account or text, the source lacks a column, or changed while it was read
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Planned plan(PlanRequest wanted, CancelSignal signal) {
        return plan(wanted, Optional.empty(), Optional.empty(), signal);
    }

    /**
     * Holds that the source of a dispatch can tell who did something.
     *
     * @throws io.marquetry.base.ProblemException if it has no such events or fields
     */
    public void check(Dispatch like, Trigger trigger) {
        conversions.check(like.snapshot().source(), trigger.events());
        trigger.unless().ifPresent(ended -> conversions.check(like.snapshot().source(), ended));
    }

    /**
     * Returns the keys of those who did what starts a series.
     *
     * @param from the first moment that counts
     * @param to the first that does not
     */
    public Set<String> who(
            Dispatch like, Trigger trigger, Instant from, Instant to, CancelSignal signal) {
        return conversions.who(like, trigger.events(), from, to, signal);
    }

    /**
     * Plans what another dispatch was, for the people of now and with its text.
     *
     * @param series whose people are left out
     * @param exit who else is left out, and is asked again when it is their turn
     * @param among the keys of those who are meant; empty: the whole audience
     * @throws io.marquetry.base.ProblemException as for any plan
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Planned again(
            Dispatch like,
            Instant from,
            Instant until,
            String series,
            Optional<Exit> exit,
            Optional<Set<String>> among,
            CancelSignal signal) {
        return plan(
                new PlanRequest(
                        like.pack(),
                        like.version(),
                        like.account(),
                        like.columns(),
                        Optional.empty(),
                        Locale.ROOT,
                        like.holdout(),
                        from,
                        until,
                        like.quiet(),
                        like.zone(),
                        like.cap(),
                        like.conversion(),
                        Map.of(),
                        like.terms().in(series, exit),
                        like.others().stream()
                                .map(
                                        other ->
                                                new PlanRequest.Other(
                                                        other.account(),
                                                        other.address(),
                                                        other.consent(),
                                                        Optional.empty()))
                                .toList()),
                Optional.of(like.routes().stream().map(Route::text).toList()),
                among,
                signal);
    }

    private Planned plan(
            PlanRequest wanted,
            Optional<List<Template>> known,
            Optional<Set<String>> among,
            CancelSignal signal) {
        Instant now = clock.instant();
        if (!wanted.until().isAfter(wanted.from()) || !wanted.until().isAfter(now)) {
            throw Problem.of("problem.dispatch.period").asException();
        }
        wanted.terms()
                .local()
                .filter(wanted.quiet()::isQuiet)
                .ifPresent(
                        time -> {
                            throw Problem.of("problem.dispatch.localQuiet", time).asException();
                        });
        PackageVersion version = versions.get(wanted.pack(), wanted.version());
        PackageDocument document = PackageDocumentJson.read(version);
        Ways ways = Ways.of(wanted, document, known, reach, conversions, now);
        Terms terms = ways.terms();
        Optional<Conversion> conversion =
                wanted.conversion().or(() -> ways.first().provider().invents());
        conversion.ifPresent(what -> conversions.check(document.pack().source(), what));
        MembershipIndex index = audience.of(document, signal);
        long[] audienceNow = index.members(document.expression());
        People people = people(wanted, ways, index, audienceNow, among, signal);
        Crowd crowd = people.crowd();
        String salt = salt();
        crowd.choose();
        crowd.split(salt, wanted.holdout(), quarter(wanted), terms.control());
        OptionalLong codes =
                terms.coupons().isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                reach.coupons().free(terms.coupons().get(), wanted.until()));
        ways.afford(crowd, salt + " budget");
        codes.ifPresent(most -> crowd.cut(Reason.NO_CODE, most, salt + " codes"));
        Counts counts = crowd.counts();
        Snapshot snapshot = index.snapshot();
        Route first = ways.routes().getFirst();
        return new Planned(
                id ->
                        new Dispatch(
                                id,
                                wanted.pack(),
                                wanted.version(),
                                version.sha256(),
                                first.account(),
                                first.channel(),
                                wanted.columns(),
                                first.text(),
                                wanted.holdout(),
                                salt,
                                wanted.from(),
                                wanted.until(),
                                wanted.quiet(),
                                wanted.zone(),
                                wanted.cap(),
                                conversion,
                                first.price(),
                                actor.login(),
                                now,
                                snapshot,
                                counts,
                                terms,
                                ways.routes().subList(1, ways.routes().size())),
                counts,
                crowd.edge(false),
                crowd.edge(true),
                codes,
                crowd::each,
                composition(index, crowd, people.members()));
    }

    /** The same people are kept out for a quarter of a year, others in the next. */
    private String quarter(PlanRequest wanted) {
        LocalDate day = LocalDate.ofInstant(wanted.from(), wanted.zone());
        return wanted.terms().control() == 0
                ? ""
                : "%s %d-%d"
                        .formatted(
                                reach.controlSalt(), day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /**
     * Those who are meant.
     *
     * @param members a bit for each ordinal of the source
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    private record People(Crowd crowd, long[] members) {}

    private People people(
            PlanRequest wanted,
            Ways ways,
            MembershipIndex index,
            long[] audienceNow,
            Optional<Set<String>> among,
            CancelSignal signal) {
        SourceName source = index.snapshot().source();
        Terms terms = ways.terms();
        Set<String> fields = ways.fields();
        Set<String> columns = new LinkedHashSet<>(fields);
        for (Route route : ways.routes()) {
            route.address().ifPresent(columns::add);
            route.consent().ifPresent(consent -> columns.add(consent.attribute()));
        }
        wanted.columns().zone().ifPresent(columns::add);
        terms.profiling().ifPresent(asked -> columns.add(asked.attribute()));
        List<String> attributes = List.copyOf(columns);
        Instant now = clock.instant();
        Judge judge =
                new Judge(
                        wanted,
                        ways.routes().stream().map(route -> lane(route, wanted, now)).toList(),
                        attributes,
                        fields.size(),
                        terms.series().map(reach::reached).orElse(Set.of()),
                        terms.exit()
                                .map(out -> conversions.exited(source, wanted.zone(), out, signal))
                                .orElse(Set.of()));
        long[] members = among.isPresent() ? new long[audienceNow.length] : audienceNow;
        List<Someone> meant = new ArrayList<>();
        PeopleReader reader = people.apply(source);
        Optional<Snapshot> named =
                among.map(
                        keys ->
                                reader.named(
                                        keys,
                                        attributes,
                                        (ordinal, key, values) -> {
                                            long bit = 1L << ordinal;
                                            // Where there are more than were counted the
                                            // source is another one, and refused below.
                                            if (ordinal >>> 6 < audienceNow.length
                                                    && (audienceNow[ordinal >>> 6] & bit) != 0) {
                                                members[ordinal >>> 6] |= bit;
                                                meant.add(new Someone(key, values));
                                            }
                                        },
                                        signal));
        Crowd crowd =
                new Crowd(
                        List.copyOf(fields),
                        Math.toIntExact(MemberBits.count(members)),
                        ways.routes().stream()
                                .map(one -> new Crowd.Way(one.channel(), one.text().fields()))
                                .toList());
        for (int i = 0; i < meant.size(); i++) {
            judge.judge(i, meant.get(i).key(), meant.get(i).values(), crowd);
        }
        Snapshot read =
                named.orElseGet(() -> everybody(reader, attributes, members, judge, crowd, signal));
        if (!read.fingerprint().equals(index.snapshot().fingerprint())) {
            throw Problem.of("problem.index.changed").asException();
        }
        return new People(crowd, members);
    }

    private Judge.Lane lane(Route route, PlanRequest wanted, Instant now) {
        Optional<Instant> since = wanted.cap().map(cap -> now.minus(Duration.ofDays(cap.days())));
        return new Judge.Lane(
                route,
                reach.suppressed(route.channel()),
                since.map(from -> reach.contacts(route.channel(), from)).orElse(Map.of()));
    }

    /** Somebody who was named, with what is known of them. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    private record Someone(String key, @Nullable String[] values) {}

    private static Snapshot everybody(
            PeopleReader reader,
            List<String> attributes,
            long[] members,
            Judge judge,
            Crowd crowd,
            CancelSignal signal) {
        Judging judging = new Judging(members, judge, crowd);
        Snapshot read = reader.people(attributes, judging, signal);
        judging.end();
        return read;
    }

    private static List<Composition> composition(
            MembershipIndex index, Crowd crowd, long[] members) {
        long[] send = crowd.in(Arm.SEND);
        long[] holdout = crowd.in(Arm.HOLDOUT);
        Carriers among = Carriers.among(index, members);
        return index.tags().stream()
                .map(
                        tag -> {
                            long[] carriers = among.of(tag);
                            return new Composition(
                                    tag,
                                    MemberBits.both(carriers, send),
                                    MemberBits.both(carriers, holdout),
                                    carriers);
                        })
                .toList();
    }

    private static String salt() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
