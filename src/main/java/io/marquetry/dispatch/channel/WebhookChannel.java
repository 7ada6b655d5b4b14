package io.marquetry.dispatch.channel;

import io.marquetry.handoff.deliver.Endpoint;
import io.marquetry.handoff.deliver.WebhookSignature;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Posts each message as JSON to an endpoint, signed after Standard Webhooks; the key of the message
 * is its {@code webhook-id}. Redirects are not followed, and no more than 64 KB of an answer are
 * read.
 */
public final class WebhookChannel implements Channel {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Endpoint endpoint;
    private final InstantSource clock;

    /**
     * Opens it.
     *
     * @param secret its first line counts
     * @throws io.marquetry.base.ProblemException if the address or the secret is none
     */
    public WebhookChannel(String url, String secret, InstantSource clock) {
        this.endpoint = Endpoint.parse(url, secret.lines().findFirst().orElse(""));
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    @Override
    public Answer send(Message message) {
        byte[] body =
                CanonicalJson.write(
                                new JsonMembers()
                                        .put("key", message.key())
                                        .put("address", message.address())
                                        .put("text", message.text())
                                        .done())
                        .getBytes(StandardCharsets.UTF_8);
        Instant at = clock.instant();
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.uri())
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("webhook-id", message.key())
                        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                        .header(
                                "webhook-signature",
                                WebhookSignature.of(endpoint.secret(), message.key(), at, body))
                        .header("Idempotency-Key", message.key())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        // Not send(): that ends with an interrupt, and nobody interrupts here.
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(
                        response ->
                                HttpAnswers.of(
                                        response,
                                        new Answer.Taken(message.key().substring(0, 12)),
                                        clock.instant()))
                .exceptionally(HttpAnswers::failed)
                .join();
    }

    @Override
    public Optional<Answer> lookUp(String key) {
        return Optional.empty();
    }

    @Override
    public List<Told> receipts() {
        return List.of();
    }

    @Override
    public void close() {
        client.close();
    }
}
