package io.marquetry.dispatch.plan;

import io.marquetry.audience.PeopleReader;
import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Has the people of an audience judged while the next are still read. For one thread. */
final class Judging implements PeopleReader.Person {

    private static final int STRETCH = TextColumn.STRETCH;

    /** So many stretches may wait: whoever reads faster than is judged fills no memory. */
    private static final int AHEAD = 8;

    private final long[] members;
    private final Judge judge;
    private final Crowd crowd;
    private final Deque<CompletableFuture<Void>> open = new ArrayDeque<>();
    private int ordinal;
    private int seen;
    private String[] keys = new String[STRETCH];
    private @Nullable String[][] rows = new String[STRETCH][];
    private int waiting;

    /**
     * Makes it.
     *
     * @param members who is in the audience, a bit for each ordinal of the source
     * @param crowd has a place for each of them
     */
    Judging(long[] members, Judge judge, Crowd crowd) {
        this.members = members.clone();
        this.judge = judge;
        this.crowd = crowd;
    }

    @Override
    public void person(String key, @Nullable String[] values) {
        int at = ordinal;
        ordinal++;
        if (at >>> 6 >= members.length || (members[at >>> 6] >>> at & 1) == 0) {
            return;
        }
        keys[waiting] = key;
        rows[waiting] = values.clone();
        waiting++;
        if (waiting == STRETCH) {
            handOn();
        }
    }

    private void handOn() {
        int first = seen;
        int many = waiting;
        String[] theirs = keys;
        @Nullable String[][] known = rows;
        seen += many;
        if (seen > crowd.size()) {
            throw Problem.of("problem.index.changed").asException();
        }
        open.add(
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < many; i++) {
                                judge.judge(first + i, theirs[i], known[i], crowd);
                            }
                        }));
        keys = new String[STRETCH];
        rows = new String[STRETCH][];
        waiting = 0;
        if (open.size() > AHEAD) {
            await();
        }
    }

    private void await() {
        try {
            open.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    /**
     * Waits until all are judged.
     *
     * @throws io.marquetry.base.ProblemException if there were not as many as the audience has
     */
    void end() {
        handOn();
        while (!open.isEmpty()) {
            await();
        }
        if (seen != crowd.size()) {
            throw Problem.of("problem.index.changed").asException();
        }
    }
}
