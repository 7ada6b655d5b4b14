package io.marquetry.dispatch.channel;

import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.ReceiptWords;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.LooseJson;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands messages to a provider as an {@link HttpAdapter} says. Redirects are not followed, a
 * message is always posted, and no more than 64 KB of an answer are read.
 */
public final class HttpApiChannel implements Channel {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final long MOST = 64L << 10;
    private static final int LONGEST_CODE = 40;

    private final HttpAdapter adapter;
    private final Map<String, String> secrets;
    private final InstantSource clock;
    private final HttpClient client;

    /**
     * Opens it.
     *
     * @param secret its first line fills {@code {secret}}; further lines {@code name=value} fill
     *     places of their names
     */
    public HttpApiChannel(HttpAdapter adapter, String secret, InstantSource clock) {
        this.adapter = adapter;
        this.secrets = secrets(secret);
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    private static Map<String, String> secrets(String all) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : all.lines().toList()) {
            int equals = line.indexOf('=');
            if (found.isEmpty()) {
                found.put("secret", line.strip());
            } else if (equals > 0) {
                found.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return found;
    }

    @Override
    public Answer send(Message message) {
        Places places = places(message.key());
        places.put("address", message.address());
        places.put("digits", message.address().replaceAll("[^0-9]", ""));
        places.put("text", message.text());
        return call(adapter.send(), places, message.key());
    }

    private Places places(String key) {
        Instant now = clock.instant();
        return new Places()
                .putAll(adapter.values())
                .putAll(secrets)
                .put("key", key)
                .put("seconds", Long.toString(now.getEpochSecond()))
                .put("millis", Long.toString(now.toEpochMilli()));
    }

    private Answer call(HttpAdapter.Call call, Places places, String key) {
        HttpRequest request;
        try {
            request = request(call, places, true);
        } catch (IllegalArgumentException e) {
            // A value that fits no header or address: the same on each try.
            return new Answer.Refused("not-a-request");
        }
        return client.sendAsync(request, answer())
                .thenApply(response -> meaning(call, response, key))
                .exceptionally(HttpAnswers::failed)
                .join();
    }

    private static HttpResponse.BodyHandler<byte[]> answer() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST);
    }

    private HttpRequest request(HttpAdapter.Call call, Places places, boolean posts) {
        call.works().stream()
                .filter(work -> !needsBody(work))
                .forEach(work -> places.put(work.name(), worked(work, places)));
        byte[] body =
                switch (call.body()) {
                    case HttpAdapter.Body.Tree object ->
                            CanonicalJson.bytes(places.fill(object.json()));
                    case HttpAdapter.Body.Form form ->
                            form(form.fields(), places).getBytes(StandardCharsets.UTF_8);
                    case HttpAdapter.Body.None _ -> new byte[0];
                };
        places.put("body", new String(body, StandardCharsets.UTF_8));
        call.works().stream()
                .filter(HttpApiChannel::needsBody)
                .forEach(work -> places.put(work.name(), worked(work, places)));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(places.fill(call.url(), HttpApiChannel::encoded)))
                        .timeout(ANSWER_WITHIN)
                        .header(
                                "Content-Type",
                                call.body() instanceof HttpAdapter.Body.Form
                                        ? "application/x-www-form-urlencoded; charset=UTF-8"
                                        : "application/json; charset=UTF-8");
        call.headers().forEach((name, value) -> request.setHeader(name, places.fill(value)));
        boolean asks = !posts && call.body() instanceof HttpAdapter.Body.None;
        return asks
                ? request.GET().build()
                : request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private static boolean needsBody(HttpAdapter.Work work) {
        return Places.has(work.of(), "body");
    }

    private static String form(Map<String, String> fields, Places places) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(e -> encoded(e.getKey()) + '=' + encoded(places.fill(e.getValue())))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String worked(HttpAdapter.Work work, Places places) {
        byte[] of = places.fill(work.of()).getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                switch (work.algorithm()) {
                    case NONE -> of;
                    case MD5 -> digest("MD5", of);
                    case SHA1 -> digest("SHA-1", of);
                    case SHA256 -> digest("SHA-256", of);
                    case HMAC_SHA1 -> mac("HmacSHA1", places.fill(work.key()), of);
                    case HMAC_SHA256 -> mac("HmacSHA256", places.fill(work.key()), of);
                };
        return switch (work.as()) {
            case TEXT -> new String(bytes, StandardCharsets.UTF_8);
            case HEX -> HexFormat.of().formatHex(bytes);
            case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
        };
    }

    private static byte[] digest(String algorithm, byte[] of) {
        try {
            return MessageDigest.getInstance(algorithm).digest(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + algorithm, e);
        }
    }

    private static byte[] mac(String algorithm, String key, byte[] of) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + algorithm, e);
        }
    }

    private Answer meaning(HttpAdapter.Call call, HttpResponse<byte[]> response, String key) {
        LooseJson json = LooseJson.of(response.body());
        Answer taken =
                new Answer.Taken(
                        call.id().flatMap(json::text).orElseGet(() -> key.substring(0, 12)));
        for (HttpAdapter.Rule rule : call.answers()) {
            if (fits(rule, response.statusCode(), json)) {
                String code = code(rule, response, json);
                return switch (rule.meaning()) {
                    case TAKEN -> taken;
                    case REFUSED -> new Answer.Refused(code);
                    case NOT_TAKEN ->
                            new Answer.NotTaken(HttpAnswers.pause(response, clock.instant()), code);
                    case PERHAPS -> new Answer.Perhaps(code);
                };
            }
        }
        // Where somebody said what a taken message looks like, another answer is none.
        boolean said =
                call.answers().stream().anyMatch(r -> r.meaning() == HttpAdapter.Meaning.TAKEN);
        return HttpAnswers.of(
                response,
                said ? new Answer.Perhaps(HttpAnswers.code(response)) : taken,
                clock.instant());
    }

    private static boolean fits(HttpAdapter.Rule rule, int status, LooseJson json) {
        String number = Integer.toString(status);
        boolean same =
                rule.status().isEmpty()
                        || rule.status().equals(number)
                        || rule.status().equals(number.charAt(0) + "xx");
        if (!same || rule.at().isEmpty()) {
            return same;
        }
        Optional<String> value = json.text(rule.at().get());
        return value.isPresent() && (rule.is().isEmpty() || rule.is().contains(value.get()));
    }

    /** Returns a short code; what a provider writes may quote the person, so only codes pass. */
    private static String code(
            HttpAdapter.Rule rule, HttpResponse<byte[]> response, LooseJson json) {
        return rule.at()
                .flatMap(json::text)
                .filter(
                        text ->
                                text.length() <= LONGEST_CODE
                                        && text.matches("[A-Za-z_.:-]*[0-9]{0,6}"))
                .map(text -> "code-" + text.toLowerCase(Locale.ROOT))
                .orElseGet(() -> HttpAnswers.code(response));
    }

    @Override
    public Optional<Answer> lookUp(String key) {
        return adapter.lookUp().map(call -> call(call, places(key), key));
    }

    @Override
    public List<Told> receipts() {
        return adapter.receipts().map(this::fetched).orElse(List.of());
    }

    private List<Told> fetched(HttpAdapter.Receipts wanted) {
        HttpRequest request = request(wanted.call(), places(""), false);
        LooseJson answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                        .thenApply(
                                response ->
                                        response.statusCode() / 100 == 2
                                                ? LooseJson.of(response.body())
                                                : LooseJson.of(new byte[0]))
                        .exceptionally(failure -> LooseJson.of(new byte[0]))
                        .join();
        List<Told> told = new ArrayList<>();
        for (LooseJson item : answer.items(wanted.items())) {
            told(wanted, item).ifPresent(told::add);
        }
        return told;
    }

    private Optional<Told> told(HttpAdapter.Receipts wanted, LooseJson item) {
        Optional<String> about = item.text(wanted.about());
        Optional<String> word = item.text(wanted.kind());
        Optional<Receipt.Kind> kind =
                word.flatMap(
                        text ->
                                Optional.ofNullable(wanted.kinds().get(text))
                                        .or(() -> ReceiptWords.kind(text)));
        if (about.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> when = wanted.at().flatMap(item::text);
        String detail = wanted.detail().flatMap(item::text).orElse("");
        return Optional.of(
                new Told(
                        wanted.event()
                                .flatMap(item::text)
                                .orElseGet(
                                        () ->
                                                Sha256.of(
                                                        String.join(
                                                                "\n",
                                                                about.get(),
                                                                word.orElse(""),
                                                                when.orElse(""),
                                                                detail))),
                        about.get(),
                        kind.get(),
                        when.flatMap(ReceiptWords::moment).orElseGet(clock::instant),
                        detail));
    }

    @Override
    public void close() {
        client.close();
    }
}
