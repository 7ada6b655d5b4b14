package io.marquetry.library;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.base.UserZone;
import io.marquetry.life.Asked;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The standard library of a workspace: packages are put forward, admitted by evidence, used as
 * templates, reviewed and retired; the same for the window and the command line. Blocks, so never
 * call it on the FX thread.
 */
public final class Library {

    private final LibraryRepository kept;
    private final Lives lives;
    private final Packages packages;
    private final Templates templates;
    private final Runs runs;
    private final Settings settings;
    private final InstantSource clock;

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param clock tells what day it is
     */
    public Library(
            LibraryRepository kept,
            Lives lives,
            Packages packages,
            Templates templates,
            Runs runs,
            Settings settings,
            InstantSource clock) {
        this.kept = kept;
        this.lives = lives;
        this.packages = packages;
        this.templates = templates;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns what makes packages from entries. */
    public Templates templates() {
        return templates;
    }

    /** Returns when packages are admitted. */
    public AdmissionRules rules() {
        return AdmissionRules.read(settings);
    }

    /** Keeps other rules; durable when it returns. */
    public void rule(AdmissionRules rules) {
        rules.write(settings);
    }

    /** Returns all entries, in the order of their keys and versions; quick. */
    public List<LibraryEntry> entries() {
        return kept.entries();
    }

    /** Returns what was made from entries, in the order of the keys; quick. */
    public List<TemplateUse> uses() {
        return kept.uses();
    }

    /** Returns all entries with what is known of them today; those that need somebody first. */
    public List<LibraryCard> cards(CancelSignal signal) {
        List<LibraryEntry> entries = kept.entries();
        if (entries.isEmpty()) {
            return List.of();
        }
        Assessment assessment = assessment(signal);
        List<TemplateUse> uses = kept.uses();
        Map<PackageKey, LocalizedText> names =
                packages.list().stream()
                        .map(row -> row.pack())
                        .collect(Collectors.toMap(AssetPackage::key, AssetPackage::name));
        return entries.stream()
                .map(
                        entry ->
                                assessment.card(
                                        entry,
                                        templates.said(entry.key(), entry.version()),
                                        uses,
                                        key -> Optional.ofNullable(names.get(key))))
                .sorted(
                        Comparator.comparingInt((LibraryCard card) -> order(card.standing()))
                                .thenComparing(card -> card.entry().key())
                                .thenComparingInt(card -> -card.entry().version()))
                .toList();
    }

    private static int order(LibraryStanding standing) {
        return switch (standing) {
            case FADING -> 0;
            case DUE -> 1;
            case PROVEN -> 2;
            case PROVISIONAL -> 3;
            case WAITING -> 4;
            case RETIRED -> 5;
        };
    }

    /**
     * Returns one entry with what is known of it today: of several versions the newest that is not
     * retired.
     *
     * @throws io.marquetry.base.ProblemException if the package is not in the library
     */
    public LibraryCard card(PackageKey key, CancelSignal signal) {
        LibraryEntry entry = templates.entry(key);
        return cards(signal).stream()
                .filter(card -> card.entry().equals(entry))
                .findFirst()
                .orElseThrow();
    }

    private Assessment assessment(CancelSignal signal) {
        Map<PackageKey, PackageLife> all = lives.all();
        return new Assessment(
                rules(),
                runs.all(signal),
                key -> all.getOrDefault(key, PackageLife.none(key, false)),
                today());
    }

    /** As exact as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UserZone.get());
    }

    /** Returns everything of a finished version that can be a parameter. */
    public List<Parameter> offered(PackageKey key, int version) {
        return templates.offered(key, version);
    }

    /**
     * Puts a finished version forward; durable when it returns.
     *
     * @param wanted the names of its parameters, of those that are offered; empty: all of them
     * @throws io.marquetry.base.ProblemException if there is no such version, it is in the library
     *     already, or a parameter is not offered
     */
    public LibraryEntry nominate(
            PackageKey key,
            int version,
            Optional<LocalizedText> goal,
            String owner,
            Set<String> wanted) {
        List<Parameter> offered = offered(key, version);
        for (String name : wanted) {
            if (offered.stream().noneMatch(one -> one.name().equals(name))) {
                throw Problem.of(
                                "problem.parameter.unknown",
                                name,
                                offered.stream()
                                        .map(Parameter::name)
                                        .collect(Collectors.joining(", ")))
                        .asException();
            }
        }
        LibraryEntry entry =
                new LibraryEntry(
                        key,
                        version,
                        EntryState.NOMINATED,
                        goal,
                        owner.strip(),
                        offered.stream()
                                .filter(one -> wanted.isEmpty() || wanted.contains(one.name()))
                                .toList(),
                        kept.who(),
                        now(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        kept.add(entry);
        return entry;
    }

    /**
     * Admits an entry by the evidence of today, which is stored with it; its version becomes a
     * template. Durable when it returns.
     *
     * @param alone whether whoever admits knows that nobody else looked at it
     * @throws io.marquetry.base.ProblemException if a test is not passed, or whoever works here may
     *     not; nothing changed then
     */
    public LibraryEntry admit(PackageKey key, boolean alone, CancelSignal signal) {
        LibraryEntry entry = templates.entry(key);
        if (entry.state() != EntryState.NOMINATED) {
            throw Templates.wrongState(entry);
        }
        Assessment assessment = assessment(signal);
        Verdict verdict = assessment.verdict(entry);
        if (verdict.grade() == Grade.NONE) {
            Problem why = verdict.failed().orElseThrow().said();
            throw Problem.of("problem.library.refused", key.value(), why).asException();
        }
        Instant now = now();
        LibraryEntry.Admitted how =
                new LibraryEntry.Admitted(
                        kept.who(),
                        now,
                        verdict.grade(),
                        assessment.runs(entry),
                        verdict.drawn().orElseThrow(),
                        verdict.probability(),
                        rules().worthwhile());
        Asked asked = new Asked(PackageState.TEMPLATE, Optional.empty(), Optional.empty(), alone);
        LibraryEntry next = entry.admitted(how, today().plusMonths(rules().months()));
        kept.move(entry, standing -> lives.judged(standing, asked), next);
        return next;
    }

    /**
     * States that somebody looked at an entry again and keeps it; durable when it returns.
     *
     * @param why what was found; may be blank
     * @throws io.marquetry.base.ProblemException if it is not admitted
     */
    public LibraryEntry review(PackageKey key, String why) {
        LibraryEntry entry = templates.entry(key);
        if (entry.state() != EntryState.ADMITTED) {
            throw Templates.wrongState(entry);
        }
        LibraryEntry next =
                entry.reviewed(
                        today().plusMonths(rules().months()),
                        Optional.of(why.strip()).filter(text -> !text.isEmpty()));
        kept.put(next);
        return next;
    }

    /**
     * Takes an entry out of use: nothing more is made from it. Where its package has nothing newer
     * on its way, the package is put away. Durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if no reason is given, it is retired already, or
     *     whoever works here may not
     */
    public LibraryEntry retire(PackageKey key, String why) {
        LibraryEntry entry = templates.entry(key);
        if (entry.state() == EntryState.RETIRED) {
            throw Templates.wrongState(entry);
        }
        if (why.isBlank()) {
            throw Problem.of("problem.library.why", key.value()).asException();
        }
        LibraryEntry next = entry.retired(why.strip());
        PackageLife life = lives.of(key);
        boolean last =
                life.state() == PackageState.TEMPLATE
                        && life.state(entry.version()) == PackageState.TEMPLATE
                        && !life.isLive();
        if (last) {
            Asked asked = Asked.of(PackageState.ARCHIVED, why);
            kept.move(entry, standing -> lives.judged(standing, asked), next);
        } else {
            kept.put(next);
        }
        return next;
    }
}
