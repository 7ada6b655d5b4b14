package io.marquetry.json;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value and its place in the document; what is wrong there becomes a problem that names the place
 * as a JSON pointer (RFC 6901, as a fragment: {@code #/tags/0/key}). All methods throw {@link
 * ProblemException} where the value is of another type than they read.
 *
 * @param json the value
 * @param pointer where it stands
 */
public record JsonView(Json json, String pointer) {

    private static final int SHOWN = 120;

    /** Views a whole document. */
    public static JsonView of(Json document) {
        return new JsonView(document, "#");
    }

    /** Reads this object's members and refuses all but the named ones. */
    public JsonView only(String... names) {
        for (String name : members().keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw refuse("problem.json.unknownField", shown(name), String.join(", ", names));
            }
        }
        return this;
    }

    /** Returns the members of this object. */
    public SequencedMap<String, Json> members() {
        if (json instanceof Json.Members members) {
            return members.byName();
        }
        throw refuse("problem.json.type.object");
    }

    /** Returns the views of this object's members, by name. */
    public List<Map.Entry<String, JsonView>> entries() {
        return members().entrySet().stream()
                .map(
                        e ->
                                Map.entry(
                                        e.getKey(),
                                        new JsonView(e.getValue(), child(pointer, e.getKey()))))
                .toList();
    }

    /** Returns a member that has to be there. */
    public JsonView get(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new JsonRefusal(
                                        child(pointer, name),
                                        Problem.of("problem.json.missing", pointer, name)));
    }

    /** Returns a member, if there is one. */
    public Optional<JsonView> find(String name) {
        return Optional.ofNullable(members().get(name))
                .map(value -> new JsonView(value, child(pointer, name)));
    }

    /** Returns the items of this array. */
    public List<JsonView> items() {
        if (!(json instanceof Json.Items items)) {
            throw refuse("problem.json.type.array");
        }
        List<JsonView> views = new ArrayList<>(items.values().size());
        for (Json item : items.values()) {
            views.add(new JsonView(item, child(pointer, views.size())));
        }
        return views;
    }

    /** Reads each item of this array. */
    public <T> List<T> items(Function<JsonView, T> read) {
        return items().stream().map(read).toList();
    }

    public String text() {
        if (json instanceof Json.Text text) {
            return text.text();
        }
        throw refuse("problem.json.type.text");
    }

    /** Returns this whole number. */
    public long whole(long min, long max) {
        if (!(json instanceof Json.Whole whole)) {
            throw refuse("problem.json.type.whole");
        }
        if (whole.number() < min || whole.number() > max) {
            throw refuse("problem.json.range", min, max);
        }
        return whole.number();
    }

    /** Returns this truth value. */
    public boolean truth() {
        if (json instanceof Json.Truth truth) {
            return truth.truth();
        }
        throw refuse("problem.json.type.truth");
    }

    /** Returns the constant that this text names exactly. */
    public <E extends Enum<E>> E word(Class<E> words) {
        String text = text();
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw notAWord(Arrays.stream(words.getEnumConstants()).map(Enum::name).toList());
    }

    /** Returns the refusal of this text, for it is none of the words. */
    public ProblemException notAWord(List<String> words) {
        return refuse("problem.json.word", shown(text()), String.join(", ", words));
    }

    /**
     * Makes a value whose constructor may refuse it.
     *
     * @param key the sentence for a refusal; its first place is the pointer
     */
    public <T> T make(String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.of(key, pointer).asException(e);
        }
    }

    /** Reads with a reader that knows no pointers, and adds this place to its problem. */
    public <T> T locate(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (ProblemException e) {
            // Whoever knows no pointers quotes what was typed, which is short; a file may hold
            // anything.
            Problem shortened = e.problem().quoting(JsonView::shown);
            throw Problem.of("problem.json.at", pointer, shortened).asException(e);
        }
    }

    /** Returns a problem of this place; the pointer comes before the other arguments. */
    public ProblemException refuse(String key, Object... args) {
        List<Object> all = new ArrayList<>(List.of(pointer));
        all.addAll(Arrays.asList(args));
        return new JsonRefusal(pointer, new Problem(key, all));
    }

    static String child(String pointer, String name) {
        return pointer + "/" + shown(name).replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /**
     * Shortens what a sentence quotes from outside, and makes visible what would break its line.
     */
    public static String shown(String text) {
        int end = Math.min(text.length(), SHOWN);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, end));
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, visible(shown.charAt(i)));
            }
        }
        return end < text.length() ? shown + "…" : shown.toString();
    }

    /** Unicode has pictures of the first control characters. */
    private static char visible(char control) {
        return control < ' ' ? (char) ('\u2400' + control) : '\uFFFD';
    }
}
