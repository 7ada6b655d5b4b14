package io.marquetry.cli.common;

import io.marquetry.base.Texts;
import io.marquetry.govern.WhereUsed;
import io.marquetry.overview.Trail;
import io.marquetry.overview.TrailWords;
import io.marquetry.pack.PackageKey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of a tag, an asset or a template through packages, in lines and as JSON. */
public final class TrailsShown {

    private final Texts texts;
    private final TrailWords words;

    /** Makes it for one language. */
    public TrailsShown(Texts texts) {
        this.texts = texts;
        this.words = new TrailWords(texts);
    }

    /** Writes a line for each package, those that were made from another further in. */
    public void lines(List<Trail> trails, CommandOutput output) {
        if (trails.isEmpty()) {
            return;
        }
        output.line(texts.get("trail.heading"));
        trails.forEach(
                trail ->
                        output.line(
                                "  ".repeat(trail.depth() + 1)
                                        + trail.pack().value()
                                        + "  "
                                        + words.of(trail)));
    }

    /** Returns an object for each package. */
    public List<Object> json(List<Trail> trails) {
        return List.copyOf(trails.stream().map(this::json).toList());
    }

    private Map<String, Object> json(Trail trail) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("package", trail.pack().value());
        tree.put("state", trail.state().name());
        tree.put("names", trail.names());
        tree.put("madeFrom", trail.from().map(PackageKey::value).orElse(null));
        tree.put("versions", trail.versions());
        tree.put("sent", trail.sent().stream().map(TrailsShown::json).toList());
        tree.put("effect", words.achieved(trail).orElse(null));
        tree.put("outcomes", trail.achieved().map(one -> one.set().name().value()).orElse(null));
        return tree;
    }

    private static Map<String, Object> json(WhereUsed.Sent sent) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dispatch", sent.id());
        tree.put("version", sent.version());
        tree.put("on", sent.on().toString());
        return tree;
    }
}
