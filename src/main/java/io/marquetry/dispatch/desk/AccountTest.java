package io.marquetry.dispatch.desk;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.smpp.SmppServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Goes the way to whoever takes the messages of an account step by step, and sends nothing to
 * anybody. The first step that fails is the last.
 */
public final class AccountTest {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** What is tested, in this order; not each account has each. */
    public enum Kind {
        /** What is written about it can be used. */
        SETTINGS,
        /** The name of the server is known. */
        NAME,
        /** Something answers at its port, and is who it says where the way is encrypted. */
        PORT,
        /** It lets us in. */
        LOGIN
    }

    /**
     * One step.
     *
     * @param took how long it took
     * @param detail what was found, such as an address; may be empty
     * @param problem why the test ended here; empty where all is well
     */
    public record Step(Kind kind, Duration took, String detail, Optional<Problem> problem) {}

    /** Where somebody listens. */
    private record Host(String name, int port, boolean speaksTls) {}

    private final Account account;
    private final String secret;
    private final BiConsumer<Account, String> greeting;
    private final Consumer<Step> told;
    private final List<Step> steps = new ArrayList<>();

    private AccountTest(
            Account account,
            String secret,
            BiConsumer<Account, String> greeting,
            Consumer<Step> told) {
        this.account = account;
        this.secret = secret;
        this.greeting = greeting;
        this.told = told;
    }

    /**
     * Tests an account. Blocks for some seconds at each step at most.
     *
     * @param greeting opens it with its secret as a dispatch does, and signs in
     * @param told is told each step as it ends
     * @return all steps that were gone
     */
    static List<Step> of(
            Account account,
            String secret,
            BiConsumer<Account, String> greeting,
            Consumer<Step> told) {
        FxThread.refuse();
        return new AccountTest(account, secret, greeting, told).run();
    }

    private List<Step> run() {
        Problem never = Problem.of("problem.dispatch.account", account.name());
        switch (account.provider()) {
            case Account.Provider.Demonstration _, Account.Provider.FileDrop _ ->
                    step(Kind.SETTINGS, this::greet, never);
            case Account.Provider.Webhook hook -> {
                if (step(Kind.SETTINGS, this::greet, never)) {
                    reach(host(hook.url()));
                }
            }
            case Account.Provider.HttpApi api -> {
                if (step(Kind.SETTINGS, this::greet, never)) {
                    reach(host(HttpAdapter.read(api.document()).send().url()));
                }
            }
            case Account.Provider.Smtp mail -> {
                MailServer.Host server = MailServer.read(mail.document()).server();
                signIn(new Host(server.host(), server.port(), false));
            }
            case Account.Provider.Smpp centre -> {
                SmppServer server = SmppServer.read(centre.document());
                signIn(new Host(server.host(), server.port(), false));
            }
        }
        return List.copyOf(steps);
    }

    private void signIn(Host host) {
        if (reach(host)) {
            step(Kind.LOGIN, this::greet, Problem.of("problem.dispatch.account", account.name()));
        }
    }

    private String greet() {
        greeting.accept(account, secret);
        return "";
    }

    private boolean reach(Host host) {
        return step(
                        Kind.NAME,
                        () -> InetAddress.getByName(host.name()).getHostAddress(),
                        Problem.of("problem.remote.unknownHost", host.name()))
                && step(
                        Kind.PORT,
                        () -> connect(host),
                        Problem.of(
                                host.speaksTls()
                                        ? "problem.dispatch.noTls"
                                        : "problem.remote.noPort",
                                host.name() + ':' + host.port()));
    }

    /** Places may stand in a path, never in a host. */
    private static Host host(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        URI uri = URI.create(path < 0 ? url : url.substring(0, path));
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        return new Host(
                uri.getHost(), uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP, tls);
    }

    private static String connect(Host host) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host.name(), host.port()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            if (!host.speaksTls()) {
                return String.valueOf(host.port());
            }
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket socket =
                    (SSLSocket) factory.createSocket(plain, host.name(), host.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return host.port() + ", " + socket.getSession().getProtocol();
            }
        }
    }

    private boolean step(Kind kind, Way way, Problem failure) {
        long begin = System.nanoTime();
        String detail = "";
        Optional<Problem> problem = Optional.empty();
        try {
            detail = way.go();
        } catch (IOException e) {
            problem = Optional.of(failure);
        } catch (ProblemException e) {
            problem = Optional.of(e.problem());
        }
        Step step = new Step(kind, Duration.ofNanos(System.nanoTime() - begin), detail, problem);
        steps.add(step);
        told.accept(step);
        return problem.isEmpty();
    }

    /** One step of the way; returns what was found. */
    @FunctionalInterface
    private interface Way {
        String go() throws IOException;
    }
}
