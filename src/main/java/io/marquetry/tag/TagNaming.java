package io.marquetry.tag;

import io.marquetry.base.Problem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The naming standard for tag keys: why a text is no key, and which key to use instead. */
public final class TagNaming {

    /** The known first parts and the category each belongs to. */
    public static final Map<String, Category> TYPES =
            Map.ofEntries(
                    Map.entry("user", Category.AUDIENCE),
                    Map.entry("household", Category.AUDIENCE),
                    Map.entry("coupon", Category.BENEFIT),
                    Map.entry("points", Category.BENEFIT),
                    Map.entry("gift", Category.BENEFIT),
                    Map.entry("campaign", Category.BENEFIT),
                    Map.entry("sms", Category.CONTENT),
                    Map.entry("push", Category.CONTENT),
                    Map.entry("mail", Category.CONTENT),
                    Map.entry("message", Category.CONTENT),
                    Map.entry("reach", Category.RULE),
                    Map.entry("recommend", Category.RULE));

    private TagNaming() {}

    /** Returns why the text is no tag key, with a proposed key, or nothing where it is one. */
    public static Optional<Problem> refusal(String text) {
        if (text.length() <= TagKey.MAX_LENGTH && TagKey.FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        String proposal = proposal(text);
        if (text.isBlank()) {
            return Optional.of(Problem.of("problem.tagKey.empty", proposal));
        }
        if (text.length() > TagKey.MAX_LENGTH) {
            return Optional.of(
                    Problem.of("problem.tagKey.tooLong", shown, TagKey.MAX_LENGTH, proposal));
        }
        if (!text.matches("[a-z0-9_]+")) {
            return Optional.of(Problem.of("problem.tagKey.characters", shown, proposal));
        }
        int parts = text.split("_", -1).length;
        if (parts != 3) {
            return Optional.of(Problem.of("problem.tagKey.parts", shown, parts, proposal));
        }
        return Optional.of(Problem.of("problem.tagKey.start", shown, proposal));
    }

    /** Returns a well-formed key as near to the text as the standard lets it be. */
    public static String proposal(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^[_0-9]+|_+$", "");
        List<String> parts =
                new ArrayList<>(plain.isEmpty() ? List.of() : List.of(plain.split("_")));
        if (parts.isEmpty() || !TYPES.containsKey(parts.getFirst()) && parts.size() < 3) {
            parts.addFirst("user");
        }
        if (parts.size() < 2) {
            parts.add("group");
        }
        if (parts.size() < 3) {
            parts.add("one");
        }
        String dimension = parts.get(1);
        if (!Character.isLetter(dimension.charAt(0))) {
            dimension = "d" + dimension;
        }
        String attribute = String.join("", parts.subList(2, parts.size()));
        String key =
                cut(parts.getFirst(), 16) + "_" + cut(dimension, 20) + "_" + cut(attribute, 24);
        return key;
    }

    private static String cut(String part, int length) {
        return part.length() <= length ? part : part.substring(0, length);
    }
}
