package io.marquetry.dispatch.channel;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.Receipt;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a provider is spoken to over HTTP, as a document says it: what is posted, how it is signed,
 * and what the answers mean. So a company adds its provider without code.
 *
 * @param title what people call it
 * @param values what fills places for everybody
 * @param send the call that hands over a message
 * @param lookUp the call that asks what became of a key; empty: it cannot be asked
 * @param receipts the call that fetches what happened later; empty: there is none
 */
public record HttpAdapter(
        String title,
        Map<String, String> values,
        Call send,
        Optional<Call> lookUp,
        Optional<Receipts> receipts) {

    /** What stands at the head of each document. */
    public static final String FORMAT = "marquetry/http-adapter-1";

    /** Copies the values. */
    public HttpAdapter {
        values = Map.copyOf(values);
    }

    /** What a body is. */
    public sealed interface Body {

        /** JSON whose texts have places. */
        record Tree(Json json) implements Body {}

        /** Fields as a form sends them. */
        record Form(Map<String, String> fields) implements Body {
            /** Copies the fields. */
            public Form {
                fields = Map.copyOf(fields);
            }
        }

        /** No body: the call asks only. */
        record None() implements Body {}
    }

    /**
     * A call.
     *
     * @param url https, or http of this machine; may have places
     * @param works what is worked out first, in this order
     * @param answers what answers mean, the first that fits; others mean what their status says
     * @param id where the provider's number of the message stands in the answer, as a JSON pointer
     */
    public record Call(
            String url,
            Map<String, String> headers,
            Body body,
            List<Work> works,
            List<Rule> answers,
            Optional<String> id) {

        /** Copies what it holds. */
        public Call {
            headers = Map.copyOf(headers);
            works = List.copyOf(works);
            answers = List.copyOf(answers);
        }
    }

    /**
     * Something that is worked out for each call, such as a signature.
     *
     * @param name the place that it fills
     * @param of what it is worked out of, with places; {@code {body}} is what is posted
     * @param key of a keyed hash, with places
     */
    public record Work(String name, Algorithm algorithm, String of, String key, Writing as) {}

    /** How something is worked out. */
    public enum Algorithm {
        NONE,
        MD5,
        SHA1,
        SHA256,
        HMAC_SHA1,
        HMAC_SHA256
    }

    /** How bytes are written down. */
    public enum Writing {
        TEXT,
        HEX,
        UPPER_HEX,
        BASE64
    }

    /** What an answer means. */
    public enum Meaning {
        TAKEN,
        REFUSED,
        NOT_TAKEN,
        PERHAPS
    }

    /**
     * What an answer means if it fits.
     *
     * @param status {@code 200}, {@code 2xx}, or empty: any
     * @param at where a value stands, as a JSON pointer; empty: none is asked
     * @param is the values that fit; empty: any that is there
     */
    public record Rule(Meaning meaning, String status, Optional<String> at, Set<String> is) {

        /** Copies the values. */
        public Rule {
            is = Set.copyOf(is);
        }
    }

    /**
     * How receipts come.
     *
     * @param items where the list stands, as a JSON pointer; the empty text: the whole answer
     * @param about where each says of which message, by key or by the provider's number
     * @param kinds what the provider's words mean, besides the usual ones
     */
    public record Receipts(
            Call call,
            String items,
            String about,
            String kind,
            Optional<String> at,
            Optional<String> event,
            Optional<String> detail,
            Map<String, Receipt.Kind> kinds) {

        /** Copies the words. */
        public Receipts {
            kinds = Map.copyOf(kinds);
        }
    }

    /**
     * Reads a document.
     *
     * @throws io.marquetry.base.ProblemException if it is none; the place is named
     */
    public static HttpAdapter read(String document) {
        JsonView view = JsonView.of(StrictJson.read(document));
        view.only("format", "name", "values", "send", "lookUp", "receipts");
        if (!view.get("format").text().equals(FORMAT)) {
            throw Problem.of("problem.dispatch.adapter", FORMAT).asException();
        }
        return new HttpAdapter(
                view.get("name").text(),
                view.find("values").map(HttpAdapter::texts).orElse(Map.of()),
                call(view.get("send"), true),
                view.find("lookUp").map(one -> call(one, false)),
                view.find("receipts").map(HttpAdapter::receipts));
    }

    private static Call call(JsonView view, boolean posts) {
        view.only("url", "headers", "json", "form", "work", "answers", "id");
        Optional<Body> json = view.find("json").map(one -> new Body.Tree(one.json()));
        Optional<Body> form = view.find("form").map(one -> new Body.Form(texts(one)));
        if (json.isPresent() && form.isPresent() || posts && json.isEmpty() && form.isEmpty()) {
            throw view.refuse("problem.json.adapterBody");
        }
        return new Call(
                url(view.get("url")),
                view.find("headers").map(HttpAdapter::texts).orElse(Map.of()),
                json.or(() -> form).orElse(new Body.None()),
                view.find("work").map(all -> all.items(HttpAdapter::work)).orElse(List.of()),
                view.find("answers").map(all -> all.items(HttpAdapter::rule)).orElse(List.of()),
                view.find("id").map(HttpAdapter::pointer));
    }

    private static String url(JsonView view) {
        String url = view.text();
        boolean here = url.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?/.*");
        if (!here && !url.matches("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/.*")) {
            throw view.refuse("problem.json.adapterUrl");
        }
        return url;
    }

    private static Work work(JsonView view) {
        view.only("name", "algorithm", "of", "key", "as");
        return new Work(
                view.get("name").text(),
                view.find("algorithm")
                        .map(one -> word(one, Algorithm.class))
                        .orElse(Algorithm.NONE),
                view.get("of").text(),
                view.find("key").map(JsonView::text).orElse(""),
                view.find("as").map(one -> word(one, Writing.class)).orElse(Writing.TEXT));
    }

    private static Rule rule(JsonView view) {
        view.only("means", "status", "at", "is");
        return new Rule(
                word(view.get("means"), Meaning.class),
                view.find("status").map(JsonView::text).orElse(""),
                view.find("at").map(HttpAdapter::pointer),
                Set.copyOf(
                        view.find("is").map(all -> all.items(JsonView::text)).orElse(List.of())));
    }

    private static Receipts receipts(JsonView view) {
        view.only("call", "items", "about", "kind", "at", "event", "detail", "kinds");
        Map<String, Receipt.Kind> kinds = new LinkedHashMap<>();
        view.find("kinds")
                .ifPresent(
                        all ->
                                all.entries()
                                        .forEach(
                                                e ->
                                                        kinds.put(
                                                                e.getKey(),
                                                                word(
                                                                        e.getValue(),
                                                                        Receipt.Kind.class))));
        return new Receipts(
                call(view.get("call"), false),
                view.get("items").text(),
                pointer(view.get("about")),
                pointer(view.get("kind")),
                view.find("at").map(HttpAdapter::pointer),
                view.find("event").map(HttpAdapter::pointer),
                view.find("detail").map(HttpAdapter::pointer),
                kinds);
    }

    private static String pointer(JsonView view) {
        if (!view.text().startsWith("/")) {
            throw view.refuse("problem.json.adapterPointer");
        }
        return view.text();
    }

    private static Map<String, String> texts(JsonView view) {
        Map<String, String> found = new LinkedHashMap<>();
        view.entries().forEach(e -> found.put(e.getKey(), e.getValue().text()));
        return found;
    }

    /** Reads a word as documents write it: small, with hyphens. */
    private static <E extends Enum<E>> E word(JsonView view, Class<E> words) {
        List<String> known = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            String written = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (written.equals(view.text())) {
                return word;
            }
            known.add(written);
        }
        throw view.notAWord(known);
    }
}
