package io.marquetry.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class JsonPatchTest {

    @Test
    void stepsAreThoseOfRfc6902() {
        assertThat(patch("{\"a\":1,\"b~/c\":[1,2,3]}", "{\"b~/c\":[1,3],\"d\":{\"e\":true}}"))
                .isEqualTo(
                        "[{\"op\":\"remove\",\"path\":\"/a\"},"
                                + "{\"op\":\"remove\",\"path\":\"/b~0~1c/1\"},"
                                + "{\"op\":\"add\",\"path\":\"/d\",\"value\":{\"e\":true}}]");
        assertThat(patch("[1]", "\"x\""))
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":\"x\"}]");
        assertThat(patch("{\"a\":[]}", "{\"a\":[]}")).isEqualTo("[]");
    }

    @Test
    void carriedOutItMakesOneDocumentOfTheOther() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed * 7_919L);
            Json before = any(random, 4);
            Json after = random.nextBoolean() ? any(random, 4) : changed(before, random);
            Json made = before;
            for (Json step : ((Json.Items) JsonPatch.between(before, after)).values()) {
                made = carriedOut(made, JsonView.of(step));
            }
            assertThat(made).as("seed %s", seed).isEqualTo(after);
        }
    }

    private static String patch(String before, String after) {
        return CanonicalJson.write(
                JsonPatch.between(StrictJson.read(before), StrictJson.read(after)));
    }

    private static Json any(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(4);
        return switch (kind) {
            case 0 -> new Json.Whole(random.nextInt(3));
            case 1 -> Json.text("t/" + random.nextInt(3));
            case 2 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(any(random, depth - 1));
                }
                yield new Json.Items(items);
            }
            default -> {
                TreeMap<String, Json> members = new TreeMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(
                            List.of("a", "b/c", "~", "d").get(random.nextInt(4)),
                            any(random, depth - 1));
                }
                yield new Json.Members(members);
            }
        };
    }

    private static Json changed(Json json, Random random) {
        return switch (json) {
            case Json.Items items -> {
                List<Json> all = new ArrayList<>(items.values());
                if (!all.isEmpty() && random.nextBoolean()) {
                    all.remove(random.nextInt(all.size()));
                }
                all.add(random.nextInt(all.size() + 1), new Json.Whole(9));
                yield new Json.Items(all);
            }
            case Json.Members members -> {
                TreeMap<String, Json> all = new TreeMap<>(members.byName());
                all.replaceAll(
                        (name, value) -> random.nextInt(3) == 0 ? changed(value, random) : value);
                yield new Json.Members(all);
            }
            default -> new Json.Whole(random.nextInt(3));
        };
    }

    private static Json carriedOut(Json json, JsonView step) {
        List<String> path = new ArrayList<>(List.of(step.get("path").text().split("/", -1)));
        path.removeFirst();
        return at(json, path, step);
    }

    private static Json at(Json json, List<String> path, JsonView step) {
        if (path.isEmpty()) {
            return step.get("value").json();
        }
        String name = path.getFirst().replace("~1", "/").replace("~0", "~");
        List<String> rest = path.subList(1, path.size());
        String what = rest.isEmpty() ? step.get("op").text() : "inside";
        if (json instanceof Json.Items items) {
            List<Json> all = new ArrayList<>(items.values());
            int index = Integer.parseInt(name);
            switch (what) {
                case "remove" -> all.remove(index);
                case "add" -> all.add(index, step.get("value").json());
                default -> all.set(index, at(all.get(index), rest, step));
            }
            return new Json.Items(all);
        }
        TreeMap<String, Json> all = new TreeMap<>(((Json.Members) json).byName());
        if (what.equals("remove")) {
            all.remove(name);
        } else {
            all.put(
                    name,
                    what.equals("add") ? step.get("value").json() : at(all.get(name), rest, step));
        }
        return new Json.Members(all);
    }
}
