package io.marquetry.dispatch.plan;

import io.marquetry.base.Problem;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The versions that may go out: approved by somebody, or out already. */
public final class SendableVersions {

    private final Packages packages;
    private final Lives lives;

    /** Makes them for a workspace. */
    public SendableVersions(Packages packages, Lives lives) {
        this.packages = packages;
        this.lives = lives;
    }

    /**
     * Returns a version that may go out.
     *
     * @throws io.marquetry.base.ProblemException if there is none, or it may not
     */
    public PackageVersion get(PackageKey key, int number) {
        PackageVersion version = packages.version(key, number);
        PackageState state = lives.of(key).state(number);
        if (!mayGo(state) || lives.of(key).archived()) {
            throw Problem.of("problem.dispatch.notApproved", key.value(), number, state.word())
                    .asException();
        }
        return version;
    }

    /** Returns the versions that may go out, the newest first, by package. */
    public SequencedMap<PackageKey, List<Integer>> list() {
        SequencedMap<PackageKey, List<Integer>> found = new TreeMap<>();
        lives.all()
                .forEach(
                        (key, life) -> {
                            List<Integer> may =
                                    life.versions().reversed().stream()
                                            .filter(one -> mayGo(one.state()))
                                            .map(PackageLife.VersionLife::version)
                                            .toList();
                            if (!life.archived() && !may.isEmpty()) {
                                found.put(key, may);
                            }
                        });
        return found;
    }

    private static boolean mayGo(PackageState state) {
        return switch (state) {
            case APPROVED, LIVE, EVALUATED -> true;
            case DRAFT, IN_REVIEW, TEMPLATE, ARCHIVED -> false;
        };
    }

    /** Takes an approved version live: it goes out now. */
    public void goLive(PackageKey key, int number) {
        if (lives.of(key).state(number) == PackageState.APPROVED) {
            lives.goLive(key);
        }
    }
}
