package io.marquetry.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.effect.stats.Fading;
import io.marquetry.effect.stats.Level;
import io.marquetry.library.LibraryCard.Descendant;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Works out how entries stand: from what is known at one moment, nothing of it stored. */
final class Assessment {

    /** So many descendants without an effect put an entry up for review. */
    private static final int DESCENDANTS = 2;

    private final AdmissionRules rules;
    private final Map<PackageKey, List<Run>> runs;
    private final Shrinkage others;
    private final Function<PackageKey, PackageLife> lives;
    private final LocalDate today;

    Assessment(
            AdmissionRules rules,
            Collection<Run> runs,
            Function<PackageKey, PackageLife> lives,
            LocalDate today) {
        this.rules = rules;
        this.lives = lives;
        this.today = today;
        this.runs = new TreeMap<>();
        runs.forEach(
                run ->
                        this.runs
                                .computeIfAbsent(run.pack().key(), key -> new ArrayList<>())
                                .add(run));
        this.others =
                Shrinkage.of(
                        this.runs.values().stream()
                                .flatMap(list -> pooled(list).stream())
                                .toList());
    }

    /** Returns the runs that tell of an entry. */
    List<Run> runs(LibraryEntry entry) {
        return runsOf(entry.key()).stream().filter(run -> run.isOf(entry.version())).toList();
    }

    private List<Run> runsOf(PackageKey key) {
        return runs.getOrDefault(key, List.of());
    }

    /** Judges an entry by the evidence of today. */
    Verdict verdict(LibraryEntry entry) {
        List<Run> own = runs(entry);
        boolean evaluated =
                switch (lives.apply(entry.key()).state(entry.version())) {
                    case EVALUATED, TEMPLATE -> true;
                    case DRAFT, IN_REVIEW, APPROVED, LIVE, ARCHIVED -> false;
                };
        int again =
                (int)
                        own.stream()
                                .filter(run -> !run.knownAt().isBefore(entry.nominatedAt()))
                                .count();
        return new Admission(rules, others)
                .of(new Admission.Nominee(evaluated, again, !entry.owner().isBlank()), own);
    }

    LibraryCard card(
            LibraryEntry entry,
            AssetPackage pack,
            List<TemplateUse> uses,
            Function<PackageKey, Optional<LocalizedText>> names) {
        Verdict verdict = verdict(entry);
        List<Descendant> descendants =
                uses.stream()
                        .filter(use -> use.template().equals(entry.key()))
                        .filter(use -> use.version() == entry.version())
                        .sorted(Comparator.comparing(TemplateUse::at))
                        .map(use -> descendant(use, names.apply(use.key())))
                        .toList();
        List<Run> own = runs(entry);
        Optional<Problem> fades =
                entry.state() == EntryState.ADMITTED
                        ? fades(verdict, own, descendants)
                        : Optional.empty();
        return new LibraryCard(
                entry, pack, own, verdict, standing(entry, fades.isPresent()), fades, descendants);
    }

    private LibraryStanding standing(LibraryEntry entry, boolean fades) {
        return switch (entry.state()) {
            case NOMINATED -> LibraryStanding.WAITING;
            case RETIRED -> LibraryStanding.RETIRED;
            case ADMITTED -> {
                if (fades) {
                    yield LibraryStanding.FADING;
                }
                boolean due = entry.reviewOn().filter(day -> !today.isBefore(day)).isPresent();
                boolean standard =
                        entry.admitted().filter(how -> how.grade() == Grade.STANDARD).isPresent();
                yield due
                        ? LibraryStanding.DUE
                        : standard ? LibraryStanding.PROVEN : LibraryStanding.PROVISIONAL;
            }
        };
    }

    private Optional<Problem> fades(Verdict verdict, List<Run> own, List<Descendant> descendants) {
        if (verdict.pooled().isPresent() && verdict.probability() < rules.retireBelow()) {
            return Optional.of(Problem.of("problem.libraryFades.effect"));
        }
        List<Fading.Span> spans = new ArrayList<>();
        for (Run run : own) {
            spans.add(new Fading.Span(spans.size(), run.treated(), run.held()));
        }
        if (Fading.of(spans, Level.OF_95) instanceof Fading.Judged judged
                && judged.fades(Level.OF_95)) {
            return Optional.of(Problem.of("problem.libraryFades.decay", own.size()));
        }
        List<Effect> last =
                descendants.stream()
                        .filter(one -> one.effect().isPresent())
                        .sorted(Comparator.comparing(one -> lastKnown(one.use().key())))
                        .flatMap(one -> one.effect().stream())
                        .toList();
        List<Effect> two = last.subList(Math.max(0, last.size() - DESCENDANTS), last.size());
        boolean nothing =
                two.size() == DESCENDANTS
                        && Effect.pooled(two)
                                .filter(all -> all.interval(Level.OF_95).low() <= 0)
                                .isPresent();
        return nothing
                ? Optional.of(Problem.of("problem.libraryFades.descendants", DESCENDANTS))
                : Optional.empty();
    }

    private Instant lastKnown(PackageKey key) {
        return runsOf(key).getLast().knownAt();
    }

    private Descendant descendant(TemplateUse use, Optional<LocalizedText> name) {
        Optional<Effect> effect = pooled(runsOf(use.key()));
        PackageState state = lives.apply(use.key()).state();
        return new Descendant(
                use,
                name,
                state,
                effect,
                effect.filter(all -> all.interval(Level.OF_95).low() > 0).isPresent());
    }

    private static Optional<Effect> pooled(List<Run> list) {
        return Effect.pooled(list.stream().map(Run::effect).toList());
    }
}
