package io.marquetry.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What makes one document of another, after RFC 6902: {@code add}, {@code remove} and {@code
 * replace} at JSON pointers (RFC 6901), in the order in which they are carried out.
 */
public final class JsonPatch {

    private final List<Json> steps = new ArrayList<>();

    private JsonPatch() {}

    /** Returns the patch; an empty array where both are equal. */
    public static Json between(Json before, Json after) {
        JsonPatch patch = new JsonPatch();
        patch.compare("", before, after);
        return new Json.Items(patch.steps);
    }

    private void compare(String pointer, Json before, Json after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Json.Members one && after instanceof Json.Members other) {
            members(pointer, one, other);
        } else if (before instanceof Json.Items one && after instanceof Json.Items other) {
            items(pointer, one.values(), other.values());
        } else {
            step("replace", pointer, after);
        }
    }

    private void members(String pointer, Json.Members before, Json.Members after) {
        for (Map.Entry<String, Json> member : before.byName().entrySet()) {
            String place = pointer + "/" + escaped(member.getKey());
            Json now = after.byName().get(member.getKey());
            if (now == null) {
                steps.add(new JsonMembers().put("op", "remove").put("path", place).done());
            } else {
                compare(place, member.getValue(), now);
            }
        }
        after.byName()
                .forEach(
                        (name, value) -> {
                            if (!before.byName().containsKey(name)) {
                                step("add", pointer + "/" + escaped(name), value);
                            }
                        });
    }

    /** What both begin and end with stays; between, items are compared one by one. */
    private void items(String pointer, List<Json> before, List<Json> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int changed = shorter - start - end;
        for (int i = start; i < start + changed; i++) {
            compare(pointer + "/" + i, before.get(i), after.get(i));
        }
        for (int i = before.size() - end - 1; i >= start + changed; i--) {
            steps.add(new JsonMembers().put("op", "remove").put("path", pointer + "/" + i).done());
        }
        for (int i = start + changed; i < after.size() - end; i++) {
            step("add", pointer + "/" + i, after.get(i));
        }
    }

    private void step(String what, String pointer, Json value) {
        steps.add(
                new JsonMembers().put("op", what).put("path", pointer).put("value", value).done());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
