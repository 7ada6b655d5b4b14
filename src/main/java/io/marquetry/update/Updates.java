package io.marquetry.update;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Product;
import io.marquetry.handoff.sign.SignerKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks whether there is a newer version, where the user allows it. One file is read from one
 * address; the request says nothing but that. Redirects are not followed, and nothing is loaded or
 * installed. Blocks, so never call it on the FX thread.
 */
public final class Updates {

    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);
    private static final int MAX_BYTES = 4 << 10;
    private static final int OK = 200;

    private final Path file;
    private final InstantSource clock;
    private final String own;
    private final URI address;
    private final SignerKey key;
    private final Duration within;

    /**
     * Looks for updates of this program.
     *
     * @param folder the user's, for settings
     */
    public Updates(Path folder, InstantSource clock) {
        this(
                folder,
                clock,
                Product.version(),
                URI.create(Product.releases()),
                new SignerKey(Product.releaseKey()),
                WITHIN);
    }

    /**
     * Looks for updates elsewhere.
     *
     * @param own the version that runs
     * @param address https; tests ask this machine
     * @param within how long the whole answer may take
     */
    Updates(
            Path folder,
            InstantSource clock,
            String own,
            URI address,
            SignerKey key,
            Duration within) {
        this.file = folder.resolve("updates.json");
        this.clock = clock;
        this.own = own;
        this.address = address;
        this.key = key;
        this.within = within;
    }

    /** Returns the address that is asked, and no other. */
    public URI address() {
        return address;
    }

    /** Returns whether the user allows to ask. */
    public boolean isAllowed() {
        FxThread.refuse();
        return UpdateChoice.read(file).allowed();
    }

    /** Remembers whether the user allows to ask; durable when it returns. */
    public void allow(boolean allowed) {
        new UpdateChoice(allowed, Optional.empty()).write(file);
    }

    /**
     * Asks now.
     *
     * @return what is newer than this program; empty where nothing is
     * @throws ProblemException if the user does not allow it, nobody answers well, or the answer is
     *     not signed by us
     */
    public Optional<Release> check() {
        if (!isAllowed()) {
            throw Problem.of("problem.update.forbidden").asException();
        }
        Release newest =
                ReleaseFile.read(answer(), key)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.update.signature", address.toString())
                                                .asException());
        new UpdateChoice(true, Optional.of(clock.instant())).write(file);
        return Optional.of(newest).filter(release -> release.isNewerThan(own));
    }

    /**
     * Asks where the user allows it, and did not hear an answer today; a failure is logged, as
     * nobody waits for this.
     */
    public Optional<Release> checkQuietly() {
        FxThread.refuse();
        UpdateChoice choice = UpdateChoice.read(file);
        boolean fresh =
                choice.askedAt()
                        .filter(at -> at.plus(AGAIN_AFTER).isAfter(clock.instant()))
                        .isPresent();
        if (!choice.allowed() || fresh) {
            return Optional.empty();
        }
        try {
            return check();
        } catch (ProblemException e) {
            LOG.info("no word of updates", e);
            return Optional.empty();
        }
    }

    private byte[] answer() {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("User-Agent", Product.NAME).build();
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(within)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            // A copy runs out of time, so that what was sent can still be cancelled.
            HttpResponse<byte[]> response =
                    sent.copy().orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).join();
            if (response.statusCode() != OK) {
                throw Problem.of("problem.update.answer", address.toString(), response.statusCode())
                        .asException();
            }
            return response.body();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                throw Problem.of(
                                "problem.update.silent",
                                address.toString(),
                                cause.getClass().getSimpleName())
                        .asException(e);
            }
            throw e;
        } finally {
            // Not close(), which would wait for an answer that takes too long.
            sent.cancel(true);
            client.shutdown();
        }
    }
}
