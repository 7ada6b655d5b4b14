package io.marquetry.check;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.compare.PackageOverlap.Shared;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.life.LifeRepository;
import io.marquetry.life.PackageLife;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What packages share that are out at the same time, and what was before. Blocks. */
public final class Neighbours {

    private final PackageRepository packages;
    private final LifeRepository lives;
    private final AudienceIndexes indexes;

    /** Looks among what a workspace keeps, and counts by these indexes. */
    public Neighbours(PackageRepository packages, LifeRepository lives, AudienceIndexes indexes) {
        this.packages = packages;
        this.lives = lives;
        this.indexes = indexes;
    }

    /** Returns the live packages with which it shares too many people. */
    List<Found> overlap(Subject of, CheckRules rules, CancelSignal signal) {
        List<OtherPackage> live = live(of);
        if (live.isEmpty() || of.size().audience() == 0) {
            return List.of();
        }
        MembershipIndex index = indexes.index(of.pack().source(), of.catalog(), done -> {}, signal);
        PackageOverlap overlap = PackageOverlap.of(index, of.pack().audience(), live);
        List<Found> found = new ArrayList<>();
        for (Shared shared : overlap.shared()) {
            double share = overlap.size() == 0 ? 0 : (double) shared.both() / overlap.size();
            if (share > rules.overlap()) {
                found.add(
                        new Found(
                                CheckKind.OVERLAP,
                                shared.other().key().value(),
                                Problem.of(
                                        "problem.check.overlap",
                                        share * 100,
                                        shared.other().name(),
                                        shared.both(),
                                        rules.overlap() * 100),
                                shared.both()));
            }
        }
        return found;
    }

    private List<OtherPackage> live(Subject of) {
        List<OtherPackage> live = new ArrayList<>();
        for (Map.Entry<PackageKey, PackageLife> one : lives.all().entrySet()) {
            if (!one.getKey().equals(of.pack().key()) && one.getValue().isLive()) {
                one.getValue().lastLive().stream()
                        .flatMap(v -> packages.version(one.getKey(), v.version()).stream())
                        .map(Neighbours::other)
                        .forEach(live::add);
            }
        }
        return live.stream()
                .filter(one -> document(one).pack().source().equals(of.pack().source()))
                .toList();
    }

    private PackageDocument document(OtherPackage other) {
        return PackageDocumentJson.read(
                packages.version(other.key(), other.version().orElseThrow()).orElseThrow());
    }

    private static OtherPackage other(PackageVersion version) {
        PackageDocument document = PackageDocumentJson.read(version);
        return new OtherPackage(
                version.key(),
                document.name(),
                OptionalInt.of(version.number()),
                document.pack().audience());
    }

    /**
     * Returns whether many more or fewer are addressed than by the version before.
     *
     * @param before the version that it is compared with; empty: the newest
     */
    List<Found> jump(Subject of, CheckRules rules, OptionalInt judged) {
        Optional<PackageVersion> before =
                packages.versions(of.pack().key()).stream()
                        .filter(v -> judged.isEmpty() || v.number() < judged.getAsInt())
                        .reduce((older, newer) -> newer);
        if (before.isEmpty()) {
            return List.of();
        }
        PackageDocument then = PackageDocumentJson.read(before.get());
        long was = then.size().audience();
        long now = of.size().audience();
        double change = was == 0 ? (now == 0 ? 0 : 1) : Math.abs((double) now / was - 1);
        return change <= rules.jump() || !then.pack().source().equals(of.pack().source())
                ? List.of()
                : List.of(
                        new Found(
                                CheckKind.JUMP,
                                "",
                                Problem.of(
                                        now > was ? "problem.check.grew" : "problem.check.shrank",
                                        was,
                                        before.get().number(),
                                        now,
                                        change * 100),
                                Math.round(change * 1000)));
    }
}
