package io.marquetry.handoff.deliver;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Posts documents to an endpoint that {@code docs/openapi/receiver.json} describes. The same
 * document always has the same id, so that a receiver who keeps ids takes it once, however often it
 * is sent. Redirects are not followed. Blocks, so never call it on the FX thread.
 */
public final class Delivery implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;
    private static final int MOST_OF_ANSWER = 64 << 10;

    private final HttpClient client;
    private final InstantSource clock;
    private final List<Duration> waits;

    /** Makes a delivery that tries four times within half a minute. */
    public Delivery(InstantSource clock) {
        this(clock, List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    /**
     * Makes a delivery.
     *
     * @param waits before each further try; as many tries as these, and the first
     */
    Delivery(InstantSource clock, List<Duration> waits) {
        this.clock = clock;
        this.waits = List.copyOf(waits);
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /**
     * How a document got there.
     *
     * @param id by which the receiver knows it
     * @param status what the receiver answered, 200 to 299
     * @param tries from 1
     */
    public record Delivered(String id, int status, int tries) {}

    /**
     * Posts a document until it is taken.
     *
     * @throws io.marquetry.base.ProblemException if it is refused, or the receiver does not answer
     *     well in any try
     */
    public Delivered post(Endpoint endpoint, byte[] document) {
        FxThread.refuse();
        String id = "msg_" + Sha256.of(document);
        for (int tries = 1; ; tries++) {
            Answer answer = once(endpoint, id, document);
            if (answer.status() / 100 == 2) {
                return new Delivered(id, answer.status(), tries);
            }
            if (!answer.isWorthAnother() || tries > waits.size()) {
                throw failed(endpoint, answer, tries).asException();
            }
            pause(waits.get(tries - 1));
        }
    }

    private static Problem failed(Endpoint endpoint, Answer answer, int tries) {
        return answer.status() == Answer.NONE
                ? Problem.of("problem.deliver.silent", endpoint.toString(), tries, answer.reason())
                : Problem.of(
                        "problem.deliver.refused", endpoint.toString(), answer.status(), tries);
    }

    private Answer once(Endpoint endpoint, String id, byte[] document) {
        Instant at = clock.instant();
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.uri())
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                        .header(
                                "webhook-signature",
                                WebhookSignature.of(endpoint.secret(), id, at, document))
                        .header("Idempotency-Key", id)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                        .build();
        // Not send(): that ends with an interrupt, and nobody interrupts here.
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(Delivery::answered)
                .exceptionally(Delivery::silent)
                .join();
    }

    /** Reads a little of the answer, so that the connection can be used again. */
    private static Answer answered(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            body.readNBytes(MOST_OF_ANSWER);
            return new Answer(response.statusCode(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer silent(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return new Answer(Answer.NONE, cause.getClass().getSimpleName());
        }
        throw new CompletionException(cause);
    }

    private static void pause(Duration time) {
        CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    @Override
    public void close() {
        client.close();
    }

    private record Answer(int status, String reason) {

        static final int NONE = 0;

        boolean isWorthAnother() {
            return status == NONE || status == TOO_MANY || status == TIMED_OUT || status >= 500;
        }
    }
}
