package io.marquetry.handoff.hostile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Consumer;

/** Puts a wrong type at every place of a document, one after another, and takes it back. */
final class WrongTypes {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<String> TYPES =
            List.of(
                    "{}",
                    "[]",
                    "\"\"",
                    "\"x\"",
                    "0",
                    "-1",
                    "1.5",
                    "true",
                    "null",
                    "[[[]]]",
                    "{\"a\":{}}");

    private final ObjectNode document;
    private final Judge judge;
    private int tried;

    private WrongTypes(ObjectNode document, Judge judge) {
        this.document = document;
        this.judge = judge;
    }

    /** Hears of a document with one fault. */
    interface Judge {

        /**
         * Judges it.
         *
         * @param place where the fault is; where a member is missing, of what it is missing
         * @param what the fault in words; begins with "without" where a member is missing
         */
        void judge(ObjectNode document, String place, String what);
    }

    /** Tries them all; returns how many. */
    static int everywhere(ObjectNode document, Judge judge) {
        WrongTypes all = new WrongTypes(document, judge);
        all.everyPlace(document, "#");
        return all.tried;
    }

    private void everyPlace(JsonNode at, String pointer) {
        if (at instanceof ObjectNode members) {
            for (String name : List.copyOf(members.propertyNames())) {
                String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                JsonNode right = members.get(name);
                replaced(right, place, wrong -> members.set(name, wrong));
                members.remove(name);
                judge(pointer, "without " + place);
                members.set(name, right);
                everyPlace(right, place);
            }
            members.put("surprise", 1);
            judge(pointer, "with an unknown member at " + pointer);
            members.remove("surprise");
        } else if (at instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                int index = i;
                JsonNode right = items.get(i);
                replaced(right, pointer + "/" + i, wrong -> items.set(index, wrong));
                everyPlace(right, pointer + "/" + i);
            }
        }
    }

    private void replaced(JsonNode right, String place, Consumer<JsonNode> set) {
        for (String type : TYPES) {
            JsonNode wrong = MAPPER.readTree(type);
            if (!isAlike(right, wrong)) {
                set.accept(wrong);
                judge(place, type + " at " + place);
            }
        }
        set.accept(right);
    }

    private void judge(String place, String what) {
        tried++;
        judge.judge(document, place, what);
    }

    /** Of the same type is not wrong by its type; another test changes what it says. */
    private static boolean isAlike(JsonNode right, JsonNode wrong) {
        return right.getNodeType() == wrong.getNodeType()
                && (!right.isNumber() || wrong.isIntegralNumber());
    }
}
