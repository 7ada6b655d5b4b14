package io.marquetry.source.remote;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes the way to a server step by step, so that whoever connects one sees where it ends. The first
 * step that fails is the last.
 */
public final class ConnectionTest {

    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    /** What is tested, in this order. */
    public enum Kind {
        /** The server's name is known. */
        NAME,
        /** Something answers at the port. */
        PORT,
        /** The server lets the user in, unseen by others if that is wanted. */
        LOGIN,
        /** The user may read, and better no more than that. */
        RIGHTS,
        /** The server answers a question. */
        QUERY
    }

    /**
     * One step.
     *
     * @param took how long the step took
     * @param detail what was found, such as an address or a version; may be empty
     * @param problem why the step failed, or what is unwise; empty where all is well
     * @param isFailed whether the test ended here
     */
    public record Step(
            Kind kind, Duration took, String detail, Optional<Problem> problem, boolean isFailed) {}

    private final RemoteServer server;
    private final Supplier<Login> login;
    private final Consumer<Step> told;
    private final List<Step> steps = new ArrayList<>();

    private ConnectionTest(RemoteServer server, Supplier<Login> login, Consumer<Step> told) {
        this.server = server;
        this.login = login;
        this.told = told;
    }

    /**
     * Tests the way to a server. Blocks for some seconds at each step at most.
     *
     * @param login finds out how to sign in
     * @param told is told each step as it ends
     * @return all steps that were gone
     */
    public static List<Step> of(RemoteServer server, Supplier<Login> login, Consumer<Step> told) {
        FxThread.refuse();
        return new ConnectionTest(server, login, told).run();
    }

    private List<Step> run() {
        Problem unknown = Problem.of("problem.remote.unknownHost", server.host());
        Problem closed = Problem.of("problem.remote.noPort", server.toString());
        boolean reached =
                step(
                                Kind.NAME,
                                () -> InetAddress.getByName(server.host()).getHostAddress(),
                                unknown)
                        && step(Kind.PORT, this::port, closed);
        if (!reached) {
            return List.copyOf(steps);
        }
        RemoteCatalog[] opened = new RemoteCatalog[1];
        try {
            if (step(
                            Kind.LOGIN,
                            () -> {
                                opened[0] = Engines.catalog(server, login.get());
                                return opened[0].version();
                            },
                            closed)
                    && rights(opened[0])) {
                Optional<Problem> moving =
                        Engines.standsStill(server.engine())
                                ? Optional.empty()
                                : Optional.of(Problem.of("problem.remote.moving"));
                step(Kind.QUERY, () -> String.valueOf(opened[0].tables().size()), moving, closed);
            }
        } finally {
            if (opened[0] != null) {
                opened[0].close();
            }
        }
        return List.copyOf(steps);
    }

    private String port() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.host(), server.port()),
                    (int) TO_ANSWER.toMillis());
            return String.valueOf(server.port());
        }
    }

    private boolean rights(RemoteCatalog catalog) {
        long begin = System.nanoTime();
        int writable = catalog.writable();
        Optional<Problem> unwise =
                writable == 0
                        ? Optional.empty()
                        : Optional.of(Problem.of("problem.remote.writable", writable));
        tell(Kind.RIGHTS, begin, "", unwise, false);
        return true;
    }

    private boolean step(Kind kind, Way way, Problem failure) {
        return step(kind, way, Optional.empty(), failure);
    }

    private boolean step(Kind kind, Way way, Optional<Problem> unwise, Problem failure) {
        long begin = System.nanoTime();
        try {
            tell(kind, begin, way.go(), unwise, false);
            return true;
        } catch (IOException e) {
            tell(kind, begin, "", Optional.of(failure), true);
        } catch (ProblemException e) {
            tell(kind, begin, "", Optional.of(e.problem()), true);
        }
        return false;
    }

    private void tell(
            Kind kind, long begin, String detail, Optional<Problem> problem, boolean isFailed) {
        Step step =
                new Step(
                        kind,
                        Duration.ofNanos(System.nanoTime() - begin),
                        detail,
                        problem,
                        isFailed);
        steps.add(step);
        told.accept(step);
    }

    /** One step of the way; returns what was found. */
    @FunctionalInterface
    private interface Way {
        String go() throws IOException;
    }
}
