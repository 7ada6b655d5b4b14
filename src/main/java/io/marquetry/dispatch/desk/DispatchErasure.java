package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.send.Progress;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a person out of dispatches. Blocks. */
public final class DispatchErasure {

    private final DispatchFiles files;
    private final Reach reach;
    private final InstantSource clock;

    /** Makes the erasure of a workspace. */
    public DispatchErasure(DispatchFiles files, Reach reach, InstantSource clock) {
        this.files = files;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Takes a person out of all dispatches: whoever still waits is sent nothing, and of whoever was
     * sent to nothing is left but that somebody was. On the list of those who must not be written
     * to, addresses cannot be read anyway, and stay.
     *
     * @return the dispatches in which that person stood
     */
    public List<DispatchId> erase(String profile) {
        Set<String> addresses = new HashSet<>();
        List<DispatchId> changed =
                files.list().stream().filter(id -> erase(id, profile, addresses)).toList();
        reach.erase(profile, addresses);
        return changed;
    }

    private boolean erase(DispatchId id, String profile, Set<String> addresses) {
        boolean atHome;
        try (DispatchFile file = files.open(id)) {
            List<Integer> found = new ArrayList<>();
            file.recipients(
                    person -> {
                        if (person.key().equals(profile)) {
                            found.add(person.ordinal());
                            person.address().ifPresent(addresses::add);
                        }
                    });
            if (found.isEmpty()) {
                return false;
            }
            atHome = file.isAtHome();
            long lease = file.takeLease();
            Progress progress = Progress.read(file);
            for (int ordinal : found) {
                if (progress.state(ordinal).filter(DispatchErasure::isLeft).isPresent()) {
                    file.commit(lease, List.of(excluded(ordinal, progress)), Optional.empty());
                }
                if (progress.claimOf(ordinal) == 0) {
                    reach.coupons().release(id, List.of(ordinal));
                } else {
                    reach.coupons().erase(id, ordinal);
                }
                file.forget(ordinal);
            }
        }
        if (atHome) {
            // Written anew, the file is another one for the system.
            try (DispatchFile file = files.open(id)) {
                file.settle();
            }
        }
        return true;
    }

    private static boolean isLeft(RecipientState state) {
        return state == RecipientState.WAITING || state == RecipientState.RETRY;
    }

    private Result excluded(int ordinal, Progress progress) {
        return new Result(
                ordinal,
                progress.claimOf(ordinal),
                RecipientState.LATE_EXCLUDED,
                Optional.empty(),
                Late.ERASED.code(),
                clock.instant(),
                Optional.empty());
    }
}
