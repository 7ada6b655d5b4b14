package io.marquetry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in which one test goes on for longer than {@code -Dmarquetry.minutes}, ten without it,
 * and tells which test that is and what all threads do. An interrupt would not wake what waits for
 * the window's thread, and must not reach what is inside H2: the whole process ends, with the
 * processes that it started, and the build fails.
 */
public final class StuckTests
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final int STUCK = 70;

    private static final long MINUTES = Long.getLong("marquetry.minutes", 10);

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("stuck tests").factory());

    private static @Nullable ScheduledFuture<?> end;

    @Override
    public void beforeAll(ExtensionContext context) {
        begin(context, "before its tests");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin(context, context.getDisplayName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        begin(context, "after " + context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        begin(null, "");
    }

    /** Gives what begins its minutes; nothing: the next class has not begun. */
    private static synchronized void begin(@Nullable ExtensionContext context, String what) {
        if (end != null) {
            end.cancel(false);
        }
        if (context == null) {
            end = null;
            return;
        }
        String name = context.getRequiredTestClass().getName();
        end = CLOCK.schedule(() -> end(name, what), MINUTES, TimeUnit.MINUTES);
    }

    private static void end(String name, String what) {
        StringBuilder said = new StringBuilder();
        said.append("%nStuck for %d min: %s, %s%n".formatted(MINUTES, name, what));
        for (ThreadInfo thread :
                ManagementFactory.getThreadMXBean().dumpAllThreads(true, true, Integer.MAX_VALUE)) {
            tell(thread, said);
        }
        ProcessHandle.current()
                .descendants()
                .forEach(child -> said.append(child.info().commandLine().orElse("")).append('\n'));
        System.err.println(said);
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target", "surefire-reports"))
                            .resolve("stuck-" + name + ".txt"),
                    said);
        } catch (IOException e) {
            System.err.println(e);
        } finally {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(STUCK);
        }
    }

    private static void tell(ThreadInfo thread, StringBuilder said) {
        LockInfo lock = thread.getLockInfo();
        said.append(
                "%n\"%s\" %s %s, whose owner is %s%n"
                        .formatted(
                                thread.getThreadName(),
                                thread.getThreadState(),
                                lock,
                                thread.getLockOwnerName()));
        for (StackTraceElement frame : thread.getStackTrace()) {
            said.append("    at ").append(frame).append('\n');
        }
    }
}
