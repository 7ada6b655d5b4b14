package io.marquetry.find;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.ProblemException;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.requirement.Requirements;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagGovernance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks through all that a workspace holds. Blocks: never on the FX thread. */
public final class Everything {

    /** So many of one kind are returned at most; whoever has more matches types another word. */
    public static final int MAX_OF_A_KIND = 8;

    private final Packages packages;
    private final TagGovernance tags;
    private final Requirements requirements;
    private final Sources sources;
    private final AudienceIndexes people;

    /** Makes a search over what is stored. */
    public Everything(
            Packages packages,
            TagGovernance tags,
            Requirements requirements,
            Sources sources,
            AudienceIndexes people) {
        this.packages = packages;
        this.tags = tags;
        this.requirements = requirements;
        this.sources = sources;
        this.people = people;
    }

    /**
     * Returns what the words mean: packages, tags, assets, requirements and sources by their names
     * in every language and their keys, then people whose key is exactly the text. Each kind with
     * its best first; nothing for a blank text.
     *
     * @throws io.marquetry.base.CancelSignal.Cancelled if nobody waits for it any more
     */
    public List<Found> find(String typed, CancelSignal signal) {
        Wanted wanted = new Wanted(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<AssetPackage> packs =
                packages.list().stream().map(PackageRepository.Summary::pack).toList();
        List<Found> found = new ArrayList<>();
        found.addAll(
                best(
                        packs.stream().map(Found.OfPackage::new),
                        one -> words(one.pack().name(), one.pack().key().value()),
                        wanted));
        found.addAll(
                best(
                        tags.catalog().tags().stream().map(Found.OfTag::new),
                        Everything::words,
                        wanted));
        found.addAll(
                best(
                        tags.assets().values().stream().map(Found.OfAsset::new),
                        one -> words(one.asset().name(), one.asset().key().value()),
                        wanted));
        found.addAll(
                best(
                        requirements.all().stream()
                                .map(one -> new Found.OfRequirement(one.value())),
                        one -> Stream.of(one.requirement().text(), one.requirement().key().value()),
                        wanted));
        List<ProfileSource> known = sources.list();
        found.addAll(
                best(
                        known.stream().map(Found.OfSource::new),
                        one -> Stream.of(one.source().title(), one.source().name().value()),
                        wanted));
        found.addAll(people(typed.strip(), packs, known, signal));
        return found;
    }

    private List<Found> people(
            String key, List<AssetPackage> packs, List<ProfileSource> known, CancelSignal signal) {
        Map<SourceName, PackageKey> addressed = new LinkedHashMap<>();
        packs.forEach(pack -> addressed.putIfAbsent(pack.source(), pack.key()));
        List<Found> found = new ArrayList<>();
        for (ProfileSource source : known) {
            signal.check();
            PackageKey pack = addressed.get(source.name());
            if (pack != null && isIn(source.name(), key, signal)) {
                found.add(new Found.OfPerson(source.name(), source.title(), key, pack));
            }
        }
        return found;
    }

    // A source that does not open today has nobody to show, and says so on its own screen.
    private boolean isIn(SourceName source, String key, CancelSignal signal) {
        try {
            return people.holds(source, key, signal);
        } catch (ProblemException e) {
            return false;
        }
    }

    private static Stream<String> words(Found.OfTag found) {
        Tag tag = found.tag();
        return Stream.concat(
                words(tag.name(), tag.key().value()), tag.topic().byLanguage().values().stream());
    }

    private static Stream<String> words(LocalizedText name, String key) {
        return Stream.concat(name.byLanguage().values().stream(), Stream.of(key));
    }

    private static <F extends Found> List<F> best(
            Stream<F> all, Function<F, Stream<String>> words, Wanted wanted) {
        record Fitting<T>(T one, int fit) {}
        return all.flatMap(
                        one -> {
                            OptionalInt fit = wanted.fit(words.apply(one));
                            return fit.isPresent()
                                    ? Stream.of(new Fitting<>(one, fit.getAsInt()))
                                    : Stream.of();
                        })
                .sorted(Comparator.comparingInt(Fitting::fit))
                .limit(MAX_OF_A_KIND)
                .map(Fitting::one)
                .toList();
    }
}
