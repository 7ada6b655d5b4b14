package io.marquetry.store.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.Care;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.LifeSteps;
import io.marquetry.govern.Role;
import io.marquetry.govern.TagCentre;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.store.Examples;
import io.marquetry.store.save.Saves;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every step of a tag and of an asset from every state to every other, for every role, with a
 * reason and without, used and unused: each is made in a workspace or refused there, and a refused
 * one changes nothing.
 */
final class LifeMatrix {

    /** From, to, who may; "why": only with a reason, "free": only while nothing uses it. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "DRAFT ACTIVE MARKETER",
                    "DRAFT ACTIVE MANAGER",
                    "DRAFT RETIRED MARKETER free",
                    "DRAFT RETIRED MANAGER free",
                    "ACTIVE DEPRECATED MARKETER why",
                    "ACTIVE DEPRECATED MANAGER why",
                    "DEPRECATED ACTIVE MARKETER",
                    "DEPRECATED ACTIVE MANAGER",
                    "DEPRECATED RETIRED MANAGER free");

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final AssetKey USED_ASSET = new AssetKey("coupon_used");
    private static final AssetKey FREE_ASSET = new AssetKey("coupon_free");
    private static final TagKey USED_TAG = new TagKey("user_level_used");
    private static final TagKey FREE_TAG = new TagKey("user_level_free");

    private final TagCareRows tags;
    private final AssetCareRows assets;
    private final PackageRows drafts;
    private final Packages packages;
    private final TransitionRows steps;

    /**
     * Fills a workspace with a tag and an asset that something uses, and with one of each that
     * nothing does.
     */
    LifeMatrix(Saves saves) {
        TagRows known = new TagRows(saves, CLOCK);
        tags = new TagCareRows(saves, CLOCK);
        assets = new AssetCareRows(saves, CLOCK);
        drafts = new PackageRows(saves, CLOCK);
        steps = new TransitionRows(saves);
        // There are no packages here that could be asked for a document.
        packages = new Packages(drafts, known, new SourceRows(saves), new NoDocuments(), CLOCK);
        known.save(
                List.of(
                        Examples.audienceTag(USED_TAG.value()),
                        Examples.audienceTag(FREE_TAG.value()),
                        Examples.audienceTag("user_level_uses", new TagRule.HasTag(USED_TAG)),
                        Examples.benefitTag("coupon_value_ten", USED_ASSET.value())),
                List.of(Examples.coupon(USED_ASSET.value()), Examples.coupon(FREE_ASSET.value())));
    }

    void holdsForTags() {
        hold(
                role -> {
                    TagCentre centre =
                            new TagCentre(
                                    tags,
                                    assets,
                                    drafts,
                                    packages,
                                    new LifeSteps(steps.tags(), Set.of(role)),
                                    List::of,
                                    List::of,
                                    () -> TODAY);
                    return free -> new OfTag(centre, free ? FREE_TAG : USED_TAG);
                });
    }

    void holdsForAssets() {
        hold(
                role -> {
                    AssetCentre centre =
                            new AssetCentre(
                                    assets,
                                    tags,
                                    packages,
                                    new LifeSteps(steps.tags(), Set.of(role)),
                                    new Actor("li"),
                                    () -> TODAY);
                    return free -> new OfAsset(centre, free ? FREE_ASSET : USED_ASSET);
                });
    }

    private static void hold(Function<Role, Function<Boolean, Subject>> subjects) {
        Set<String> made = new TreeSet<>();
        int cells = 0;
        for (Role role : Role.values()) {
            for (LifeState from : LifeState.values()) {
                for (LifeState to : LifeState.values()) {
                    for (boolean free : new boolean[] {false, true}) {
                        for (boolean why : new boolean[] {false, true}) {
                            Subject one = subjects.apply(role).apply(free);
                            one.put(from);
                            boolean passed = passes(one, to, why);
                            assertThat(passed)
                                    .as("%s %s %s, free %s, why %s", from, to, role, free, why)
                                    .isEqualTo(expected(from, to, role, free, why));
                            assertThat(one.state()).isEqualTo(passed ? to : from);
                            if (passed) {
                                made.add(from + " " + to + " " + role);
                            }
                            cells++;
                        }
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(Role.values().length * 4 * 4 * 2 * 2);
        assertThat(made).hasSameSizeAs(ALLOWED);
    }

    private static boolean expected(
            LifeState from, LifeState to, Role role, boolean free, boolean why) {
        String cell = from + " " + to + " " + role;
        return ALLOWED.contains(cell)
                || ALLOWED.contains(cell + " why") && why
                || ALLOWED.contains(cell + " free") && free;
    }

    private static boolean passes(Subject one, LifeState to, boolean why) {
        try {
            one.move(to, why ? Optional.of("because") : Optional.empty());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    /** A tag or an asset. */
    private interface Subject {

        LifeState state();

        void put(LifeState state);

        void move(LifeState to, Optional<String> reason);
    }

    private final class OfTag implements Subject {
        private final TagCentre centre;
        private final TagKey key;

        OfTag(TagCentre centre, TagKey key) {
            this.centre = centre;
            this.key = key;
        }

        @Override
        public LifeState state() {
            return tags.tags().get(key).care().state();
        }

        @Override
        public void put(LifeState state) {
            tags.save(List.of(tags.tags().get(key).with(Care.of(state))));
        }

        @Override
        public void move(LifeState to, Optional<String> reason) {
            centre.move(key, to, Optional.empty(), reason);
        }
    }

    private final class OfAsset implements Subject {
        private final AssetCentre centre;
        private final AssetKey key;

        OfAsset(AssetCentre centre, AssetKey key) {
            this.centre = centre;
            this.key = key;
        }

        @Override
        public LifeState state() {
            return assets.assets().get(key).care().state();
        }

        @Override
        public void put(LifeState state) {
            assets.save(List.of(assets.assets().get(key).with(Care.of(state))));
        }

        @Override
        public void move(LifeState to, Optional<String> reason) {
            centre.move(key, to, Optional.empty(), reason);
        }
    }

    private static final class NoDocuments implements PackageDocuments {

        @Override
        public List<Problem> problems(AssetPackage pack) {
            throw new AssertionError("nobody finishes " + pack.key());
        }

        @Override
        public Function<Optional<PackageVersion>, PackageVersion> finish(
                AssetPackage pack, Instant at, CancelSignal signal) {
            throw new AssertionError("nobody finishes " + pack.key());
        }

        @Override
        public AssetPackage pack(PackageVersion version) {
            throw new AssertionError("nobody reads " + version.key());
        }

        @Override
        public List<Problem> findings(byte[] document) {
            throw new AssertionError("nobody hands it over");
        }
    }
}
