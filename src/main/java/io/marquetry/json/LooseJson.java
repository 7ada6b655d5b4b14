package io.marquetry.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON that somebody else answers with, read for a few values and nothing else: whatever is not
 * there, or is no JSON at all, is simply not known.
 */
public final class LooseJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final @Nullable JsonNode node;

    private LooseJson(@Nullable JsonNode node) {
        this.node = node;
    }

    /** Reads bytes; what is no JSON holds nothing. */
    public static LooseJson of(byte[] bytes) {
        try {
            return new LooseJson(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            return new LooseJson(null);
        }
    }

    /**
     * Returns a value as text.
     *
     * @param pointer where it is, as RFC 6901 writes it
     */
    public Optional<String> text(String pointer) {
        JsonNode found = node == null ? null : node.at(pointer);
        return found == null || found.isMissingNode() || found.isNull() || found.isContainer()
                ? Optional.empty()
                : Optional.of(found.asString());
    }

    /** Returns the items of a list. */
    public List<LooseJson> items(String pointer) {
        List<LooseJson> items = new ArrayList<>();
        JsonNode found = node == null ? null : node.at(pointer);
        if (found != null && found.isArray()) {
            found.forEach(item -> items.add(new LooseJson(item)));
        }
        return items;
    }
}
