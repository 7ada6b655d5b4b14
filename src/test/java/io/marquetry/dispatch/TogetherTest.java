package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Two who want the same dispatch at the same time. */
class TogetherTest {

    private static final DispatchId ID = new DispatchId(1);
    private static final int AT_ONCE = 8;

    @TempDir private Path folder;

    @BeforeEach
    void plan() {
        ReadyToSend.fill(folder, 60, SourceEngine.H2);
        assertThat(
                        ReadyToSend.run(
                                        folder,
                                        "workspace",
                                        "li",
                                        ReadyToSend.NOW,
                                        ReadyToSend.plan("--quiet", "none", "--zone", "UTC"))
                                .code())
                .isZero();
    }

    @Test
    void whoeverComesSecondWaitsForTheirTurn() throws InterruptedException {
        try (Workspace workspace = ReadyToSend.open(folder, "chen", ReadyToSend.NOW);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Dispatches dispatches = workspace.dispatches();
            CountDownLatch all = new CountDownLatch(AT_ONCE);
            List<CompletableFuture<Integer>> asked =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> {
                                                        all.countDown();
                                                        join(all);
                                                        return dispatches
                                                                .people()
                                                                .some(ID, person -> true, 100)
                                                                .size();
                                                    },
                                                    threads))
                            .toList();
            assertThat(asked).allSatisfy(one -> assertThat(one.join()).isEqualTo(60));
            dispatches.approve(ID, false);
            assertThat(dispatches.status(ID).state()).isEqualTo(DispatchState.SCHEDULED);
        }
    }

    private static void join(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverWantsOneThatIsBeingSentIsToldSoAndItGoesOn() {
        try (Workspace workspace = ReadyToSend.open(folder, "chen", ReadyToSend.NOW)) {
            Dispatches dispatches = workspace.dispatches();
            dispatches.approve(ID, false);
            List<Consumer<Dispatches>> others =
                    List.of(
                            desk -> desk.run(ID, status -> {}, new CancelSignal()),
                            desk -> desk.cancel(ID),
                            desk -> desk.approve(ID, true),
                            desk -> desk.receipts(ID, new CancelSignal()),
                            desk -> desk.people().explain(ID, "p1"),
                            desk -> desk.people().resolve(ID, 1, true, "seen"));
            List<Status> told = new ArrayList<>();
            StateStep ended =
                    dispatches.run(
                            ID,
                            status -> {
                                if (told.isEmpty()) {
                                    assertThat(others).allSatisfy(one -> isTold(dispatches, one));
                                }
                                assertThat(dispatches.isRunning(ID)).isTrue();
                                told.add(dispatches.status(ID));
                            },
                            new CancelSignal());
            assertThat(told).isNotEmpty();
            assertThat(ended.state()).isEqualTo(DispatchState.DONE);
            assertThat(dispatches.isRunning(ID)).isFalse();
            assertThatCode(() -> dispatches.people().explain(ID, "p1")).doesNotThrowAnyException();
        }
    }

    private static void isTold(Dispatches dispatches, Consumer<Dispatches> other) {
        assertThatThrownBy(() -> other.accept(dispatches))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told ->
                                assertThat(told.problem().key())
                                        .isEqualTo("problem.dispatch.sending"));
    }
}
