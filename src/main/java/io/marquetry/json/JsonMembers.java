package io.marquetry.json;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the members of an object. */
public final class JsonMembers {

    private final TreeMap<String, Json> members = new TreeMap<>();

    /** Adds a member. */
    public JsonMembers put(String name, Json value) {
        if (members.put(name, value) != null) {
            throw new IllegalStateException("twice: " + name);
        }
        return this;
    }

    /** Adds a text. */
    public JsonMembers put(String name, String text) {
        return put(name, Json.text(text));
    }

    /** Adds a whole number. */
    public JsonMembers put(String name, long number) {
        return put(name, new Json.Whole(number));
    }

    /** Adds a member where there is a value. */
    public <T> JsonMembers put(String name, Optional<T> value, Function<T, Json> write) {
        value.ifPresent(v -> put(name, write.apply(v)));
        return this;
    }

    /** Adds an array. */
    public <T> JsonMembers put(String name, List<T> values, Function<T, Json> write) {
        return put(name, new Json.Items(values.stream().map(write).toList()));
    }

    /** Returns the object. */
    public Json.Members done() {
        return new Json.Members(members);
    }
}
