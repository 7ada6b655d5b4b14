package io.marquetry.dispatch.desk;

import io.marquetry.base.Actor;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.send.Progress;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The people of dispatches: who is where and why, and what became of whom it was not known. Blocks.
 */
public final class DispatchPeople {

    private final DispatchFiles files;
    private final Actor actor;
    private final InstantSource clock;

    DispatchPeople(DispatchFiles files, Actor actor, InstantSource clock) {
        this.files = files;
        this.actor = actor;
        this.clock = clock;
    }

    /** Returns people of a dispatch, at most so many, in the order of their ordinals. */
    public List<Recipient> some(DispatchId id, Predicate<Recipient> which, int most) {
        List<Recipient> found = new ArrayList<>();
        try (DispatchFile file = files.open(id)) {
            file.recipients(
                    person -> {
                        if (found.size() < most && which.test(person)) {
                            found.add(person);
                        }
                    });
        }
        return found;
    }

    /** Returns people of a dispatch who are in a state, at most so many. */
    public List<Recipient> in(DispatchId id, RecipientState state, int most) {
        try (DispatchFile file = files.open(id)) {
            int[] all = Progress.read(file).in(state);
            return file.recipients(Arrays.copyOf(all, Math.min(most, all.length)));
        }
    }

    /**
     * Says what became of somebody who is not known.
     *
     * @param sent whether it was taken; else it is sent again
     * @param why how that is known; not blank
     * @throws io.marquetry.base.ProblemException if that person is known, or no reason is given
     */
    public void resolve(DispatchId id, int ordinal, boolean sent, String why) {
        if (why.isBlank()) {
            throw Problem.of("problem.dispatch.why").asException();
        }
        try (DispatchFile file = files.open(id)) {
            Progress progress = Progress.read(file);
            boolean unknown =
                    progress.state(ordinal).filter(RecipientState.UNKNOWN::equals).isPresent();
            if (!unknown) {
                throw Problem.of("problem.dispatch.known", Integer.toString(ordinal), id.text())
                        .asException();
            }
            Result result =
                    new Result(
                            ordinal,
                            progress.claimOf(ordinal),
                            sent ? RecipientState.SENT : RecipientState.RETRY,
                            Optional.empty(),
                            "by " + actor.login() + ": " + why.strip(),
                            clock.instant(),
                            sent ? Optional.empty() : Optional.of(clock.instant()));
            file.commit(file.takeLease(), List.of(result), Optional.empty());
        }
    }

    /**
     * Says why somebody gets the message of a dispatch, or not.
     *
     * @param key of the profile
     * @throws io.marquetry.base.ProblemException if nobody of its audience has the key
     */
    public Explained explain(DispatchId id, String key) {
        try (DispatchFile file = files.open(id)) {
            return VisibleText.keys(key).stream()
                    .flatMap(kept -> Explained.find(file, kept).stream())
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.of("problem.dispatch.nobody", id.text()).asException());
        }
    }
}
