package io.marquetry.ui.dispatch;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.plan.ColumnProposals;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.common.work.LongWork;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A dispatch while it is planned. Use it on the FX thread. */
final class PlanModel {

    private static final int MOST = 200;
    private static final Duration USUAL_TIME = Duration.ofDays(3);

    private final DispatchModel model;
    private final Packages packages;
    private final Sources sources;
    private final InstantSource clock;
    private final LongWork<String> working;
    private final LatestOnly reading;
    private final ReadOnlyObjectWrapper<Optional<Choices>> choices =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Columns>> columns =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<Form> last = Optional.empty();

    PlanModel(DispatchModel model, Packages packages, Sources sources, InstantSource clock) {
        this.model = model;
        this.packages = packages;
        this.sources = sources;
        this.clock = clock;
        this.working = new LongWork<>(model.background(), Platform::runLater);
        this.reading = new LatestOnly(model.background());
    }

    /**
     * What can be sent.
     *
     * @param wanted the package that was asked for
     */
    record Choices(
            SequencedMap<PackageKey, List<Integer>> versions,
            Map<PackageKey, LocalizedText> names,
            List<Account> accounts,
            Optional<PackageKey> wanted) {}

    /**
     * What the source of the package holds.
     *
     * @param proposed of it for each channel
     */
    record Columns(
            List<String> attributes,
            List<EventStream> streams,
            Map<ChannelKind, Dispatch.Columns> proposed) {}

    /**
     * What was written into the form.
     *
     * @param from empty: now
     * @param days how long it may take
     */
    record Form(
            PackageKey pack,
            int version,
            String account,
            Optional<String> address,
            Optional<String> consent,
            Optional<String> zone,
            String holdout,
            String from,
            String quiet,
            String cap,
            String fixed,
            Optional<String> stream,
            Optional<String> revenue,
            String days,
            TermsForm terms,
            List<PlanRequest.Other> others) {}

    /**
     * What it would be.
     *
     * @param accounts those of the plan, in their order
     * @param sample somebody to whom it is sent, and what they read
     */
    record Found(Planned planned, List<Account> accounts, Optional<Recipient> sample) {}

    LongWork<String> working() {
        return working;
    }

    ReadOnlyObjectProperty<Optional<Choices>> choices() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Columns>> columns() {
        return columns.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** Reads what can be sent. */
    void load(Optional<PackageKey> wanted, Locale language) {
        reading.ask(
                signal ->
                        new Choices(
                                model.dispatches().sendable(),
                                model.names(),
                                model.dispatches().reach().accounts(),
                                wanted),
                read -> choices.set(Optional.of(read)),
                why -> working.refuse(List.of(why)));
    }

    /** Returns what was written when it was worked out last. */
    Optional<Form> last() {
        return last;
    }

    /** Reads what the source of a version holds. */
    void look(PackageKey key, int version) {
        if (last.filter(form -> form.pack().equals(key) && form.version() == version).isEmpty()) {
            found.set(Optional.empty());
        }
        model.background()
                .run(
                        signal -> {
                            ProfileSource source =
                                    sources.get(
                                            packages.said(packages.version(key, version)).source());
                            Map<ChannelKind, Dispatch.Columns> proposed =
                                    new EnumMap<>(ChannelKind.class);
                            for (ChannelKind channel : ChannelKind.values()) {
                                proposed.put(channel, ColumnProposals.of(source, channel));
                            }
                            ProfileModel known = source.model();
                            return new Columns(
                                    known.attributes().stream().map(a -> a.name()).toList(),
                                    known.streams(),
                                    proposed);
                        },
                        read -> columns.set(Optional.of(read)),
                        why -> working.refuse(List.of(why)));
    }

    /** Works out what it would be. */
    void work(Form form, Locale language) {
        PlanRequest wanted;
        try {
            wanted = request(form, language);
        } catch (ProblemException e) {
            working.refuse(List.of(e.problem()));
            return;
        }
        found.set(Optional.empty());
        last = Optional.of(form);
        working.run(
                (told, signal) -> {
                    Planned planned = model.dispatches().plan(wanted, signal);
                    Map<String, Account> known =
                            model.dispatches().reach().accounts().stream()
                                    .collect(Collectors.toMap(Account::name, one -> one));
                    List<Account> accounts =
                            planned.draft().routes().stream()
                                    .map(route -> known.get(route.account()))
                                    .toList();
                    return new Found(
                            planned,
                            accounts,
                            people(planned, p -> p.arm() == Arm.SEND, 1).stream().findFirst());
                },
                result -> found.set(Optional.of(result)));
    }

    private PlanRequest request(Form form, Locale language) {
        Instant now = clock.instant();
        Instant from = form.from().isBlank() ? now : PlanText.moment(form.from(), now);
        Instant begin = from.isBefore(now) ? now : from;
        return new PlanRequest(
                form.pack(),
                form.version(),
                form.account(),
                new Dispatch.Columns(
                        form.address(), PlanText.consent(form.consent().orElse(null)), form.zone()),
                Optional.empty(),
                language,
                PlanText.share(form.holdout().isBlank() ? null : form.holdout()),
                begin,
                form.terms().until().isBlank()
                        ? begin.plus(USUAL_TIME)
                        : PlanText.moment(form.terms().until(), begin),
                PlanText.quiet(form.quiet().isBlank() ? "none" : form.quiet()),
                PlanText.zone(null),
                PlanText.cap(form.cap().isBlank() ? null : form.cap()),
                PlanText.conversion(
                        form.stream().orElse(null),
                        null,
                        form.stream().isEmpty() ? null : form.revenue().orElse(null),
                        PlanText.days(form.days())),
                PlanText.fixed(form.fixed()),
                form.terms().terms(),
                form.others());
    }

    private static List<Recipient> people(Planned planned, Predicate<Recipient> which, int most) {
        List<Recipient> some = new ArrayList<>();
        planned.people()
                .accept(
                        person -> {
                            if (some.size() < most && which.test(person)) {
                                some.add(person);
                            }
                        });
        return some;
    }

    /** Returns some of the people of what was worked out. */
    void people(Predicate<Recipient> which, Consumer<List<Recipient>> some) {
        found.get()
                .ifPresent(
                        now ->
                                model.background()
                                        .run(
                                                signal -> people(now.planned(), which, MOST),
                                                some,
                                                why -> working.refuse(List.of(why))));
    }

    /** Returns a person by key. */
    void person(String key, Consumer<Optional<Recipient>> one) {
        people(person -> person.key().equals(key), some -> one.accept(some.stream().findFirst()));
    }

    /** Freezes what was worked out. */
    void freeze(Consumer<DispatchId> frozen) {
        Planned planned = found.get().orElseThrow().planned();
        working.run(
                (told, signal) -> model.dispatches().freeze(planned).id(),
                id -> {
                    model.chosen().set(Optional.of(id));
                    model.load(why -> working.refuse(List.of(why)));
                    frozen.accept(id);
                });
    }

    /** Returns why it cannot be planned; empty where it can. */
    List<Problem> problems() {
        return working.problems().get();
    }
}
