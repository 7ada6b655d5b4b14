package io.marquetry.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDocuments;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.store.Store;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every step of an asset from every state to every other, for every role, with a reason and
 * without, used and unused: each is made in a workspace or refused there, and a refused one changes
 * nothing.
 */
class AssetStepsTest {

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

    private static final AssetKey USED = new AssetKey("coupon_used");
    private static final AssetKey FREE = new AssetKey("coupon_free");

    /** There are no packages here that could be asked for a document. */
    private static final PackageDocuments NONE = new NoDocuments();

    @TempDir private Path folder;

    @Test
    void everyStepOfAnAssetIsMadeOrRefusedAsTheTableSays() {
        SmallWorkspace.open(folder).close();
        Set<String> made = new TreeSet<>();
        int cells = 0;
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            workspace
                    .tags()
                    .save(
                            List.of(
                                    new Tag(
                                            new TagKey("coupon_value_ten"),
                                            Category.BENEFIT,
                                            LocalizedText.of("10 off", "减 10"),
                                            LocalizedText.of("Coupons", "券"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(USED))),
                            List.of(coupon(USED), coupon(FREE)));
        }
        try (Store store =
                Store.open(folder.resolve("workspace"), InstantSource.fixed(SmallWorkspace.NOW))) {
            for (Role role : Role.values()) {
                AssetCentre centre = centre(store, role);
                for (LifeState from : LifeState.values()) {
                    for (LifeState to : LifeState.values()) {
                        for (AssetKey key : List.of(USED, FREE)) {
                            for (boolean why : new boolean[] {false, true}) {
                                put(store, key, from);
                                boolean passed = passes(centre, key, to, why);
                                assertThat(passed)
                                        .as("%s %s %s %s %s", from, to, role, key, why)
                                        .isEqualTo(expected(from, to, role, key.equals(FREE), why));
                                assertThat(store.assetCares().assets().get(key).care().state())
                                        .isEqualTo(passed ? to : from);
                                if (passed) {
                                    made.add(from + " " + to + " " + role);
                                }
                                cells++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(4 * 4 * 4 * 2 * 2);
        assertThat(made).hasSameSizeAs(ALLOWED);
    }

    private static boolean expected(
            LifeState from, LifeState to, Role role, boolean free, boolean why) {
        String cell = from + " " + to + " " + role;
        return ALLOWED.contains(cell)
                || ALLOWED.contains(cell + " why") && why
                || ALLOWED.contains(cell + " free") && free;
    }

    private static boolean passes(AssetCentre centre, AssetKey key, LifeState to, boolean why) {
        try {
            centre.move(key, to, Optional.empty(), why ? Optional.of("because") : Optional.empty());
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void put(Store store, AssetKey key, LifeState state) {
        GovernedAsset now = store.assetCares().assets().get(key);
        store.assetCares().save(List.of(now.with(Care.of(state))));
    }

    private static AssetCentre centre(Store store, Role role) {
        return new AssetCentre(
                store.assetCares(),
                store.tagCares(),
                new Packages(
                        store.packages(),
                        store.tags(),
                        store.sources(),
                        NONE,
                        InstantSource.fixed(SmallWorkspace.NOW)),
                new LifeSteps(store.steps().tags(), Set.of(role)),
                new Actor("li"),
                () -> LocalDate.of(2026, 1, 2));
    }

    private static Asset coupon(AssetKey key) {
        return new Asset(
                key,
                Asset.Kind.COUPON,
                LocalizedText.of(key.value(), "券"),
                Optional.empty(),
                new TreeMap<>());
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
