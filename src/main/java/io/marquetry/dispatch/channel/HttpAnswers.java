package io.marquetry.dispatch.channel;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import javax.net.ssl.SSLHandshakeException;

/** What an answer over HTTP means where nobody said otherwise. */
final class HttpAnswers {

    private HttpAnswers() {}

    /**
     * Returns what a status means.
     *
     * @param taken what is answered to a message that was taken
     * @param now the present, for a pause that is told as a date
     */
    static Answer of(HttpResponse<?> response, Answer taken, Instant now) {
        int status = response.statusCode();
        String code = code(response);
        if (status / 100 == 2) {
            return taken;
        }
        if (status == 429 || status == 503) {
            return new Answer.NotTaken(pause(response, now), code);
        }
        // A request that timed out on the other side may have been taken there.
        return status >= 500 || status == 408 ? new Answer.Perhaps(code) : new Answer.Refused(code);
    }

    /** Returns a status as a code that may stand in a log. */
    static String code(HttpResponse<?> response) {
        return "http-" + response.statusCode();
    }

    /** Returns how long the other side wants nothing. */
    static Optional<Duration> pause(HttpResponse<?> response, Instant now) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> pause(text, now));
    }

    private static Optional<Duration> pause(String text, Instant now) {
        try {
            return Optional.of(
                    text.matches("[0-9]{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Only what ended before a byte of the message was written was surely not taken. */
    static Answer failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        boolean before =
                cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLHandshakeException;
        String code = cause.getClass().getSimpleName();
        return before ? new Answer.NotTaken(Optional.empty(), code) : new Answer.Perhaps(code);
    }
}
