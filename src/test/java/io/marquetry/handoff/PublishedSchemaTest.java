package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class PublishedSchemaTest {

    private final PublishedSchema first = new PublishedSchema(PublishedSchema.TAGS);
    private final PublishedSchema schema = new PublishedSchema(PublishedSchema.TAGS_2);

    @Test
    void everyKindOfRuleValueAndWindowSatisfiesTheSchema() {
        Set<Class<?>> seen = new HashSet<>();
        for (int seed = 0; seed < 1_500; seed++) {
            Generated any = new Generated(seed);
            Tag tag = any.tag();
            tag.rule().ifPresent(rule -> TagRules.walk(rule, part -> collect(part, seen)));
            TagFile made = new TagFile(List.of(tag), List.of(any.asset()));
            Json file = made.write();

            assertThat((made.formatVersion() == 1 ? first : schema).problems(file))
                    .as("seed %s: %s", seed, CanonicalJson.write(file))
                    .isEmpty();
        }
        assertThat(seen)
                .containsAll(kinds(TagRule.class))
                .contains(Value.class.getPermittedSubclasses())
                .contains(Window.class.getPermittedSubclasses());
    }

    @Test
    void theSchemaListsTheSameWordsAsTheProduct() {
        JsonView defs = defs(PublishedSchema.TAGS_2);
        assertThat(words(defs.get("rule").get("properties").get("type")))
                .isEqualTo(TagRuleJson.TYPES);
        assertThat(words(defs.get("window").get("properties").get("type")))
                .isEqualTo(TagRuleJson.WINDOWS);
        assertThat(defs.get("value").get("properties").members().keySet())
                .containsExactlyInAnyOrderElementsOf(ValueJson.TYPES);
        assertThat(words(defs.get("comparison"))).isEqualTo(names(Comparison.values()));
        assertThat(words(defs.get("unit"))).isEqualTo(names(Value.Unit.values()));
        assertThat(words(defs.get("tag").get("properties").get("category")))
                .isEqualTo(names(Category.values()));
        assertThat(words(defs.get("asset").get("properties").get("kind")))
                .as("kinds that a tag can stand for: others are in no document")
                .isEqualTo(Generated.STOOD_FOR.stream().map(Enum::name).toList());
        assertThat(then(defs, "match", "part")).isEqualTo(names(TagRule.Part.values()));
        assertThat(then(defs, "events", "aggregate")).isEqualTo(names(TagRule.Aggregate.values()));
    }

    @Test
    void allSchemasDefineTagsAndAssetsAlike() {
        defineAlike(PublishedSchema.TAGS, PublishedSchema.PACKAGE);
        defineAlike(PublishedSchema.TAGS, PublishedSchema.PACKAGE_2);
        defineAlike(PublishedSchema.TAGS_2, PublishedSchema.PACKAGE_3);
        defineAlike(PublishedSchema.TAGS_3, PublishedSchema.PACKAGE_5);
    }

    private static void defineAlike(String tags, String packages) {
        JsonView pack = defs(packages);
        defs(tags)
                .entries()
                .forEach(
                        e ->
                                assertThat(pack.get(e.getKey()).json())
                                        .isEqualTo(e.getValue().json()));
    }

    @Test
    void theFirstVersionKnowsNoDaysThatEndWithToday() {
        TagRule rule = new TagRule.InLast("joined", new Span(7, Value.Unit.DAYS));
        Json file =
                new TagFile(List.of(SampleDocument.audience("user_joined_in7d", rule)), List.of())
                        .write();
        assertThat(CanonicalJson.write(file)).contains("\"formatVersion\":2");
        assertThat(schema.problems(file)).isEmpty();
        Json older =
                StrictJson.read(
                        CanonicalJson.write(file)
                                .replace("\"formatVersion\":2", "\"formatVersion\":1"));
        assertThat(first.problems(older)).isNotEmpty();
        assertThatThrownBy(() -> TagFile.read(older))
                .hasMessageContaining("problem.json.formatOlder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'guess'}",
                "{'type':'missing'}",
                "{'type':'missing','field':'x','more':1}",
                "{'type':'all','rules':[]}",
                "{'type':'inLast','field':'x','amount':0,'unit':'DAYS'}",
                "{'type':'inList','field':'x','values':[{'number':'1','text':'1'}]}",
                "{'type':'inList','field':'x','values':[{'number':'01'}]}",
                "{'type':'compare','field':'x','comparison':'LIKE','value':{'text':'1'}}",
                "{'type':'compare','field':'x','comparison':'EQUAL','value':{'ago':{'amount':40000,'unit':'DAYS'}}}",
            })
    void aWrongRuleBreaksTheSchema(String rule) {
        String tag =
                "{'key':'user_a_b','category':'AUDIENCE','name':{'en':'x'},'topic':{'en':'x'},'rule':"
                        + rule
                        + "}";
        String file = "{'format':'marquetry/tags','formatVersion':2,'tags':[" + tag + "]}";

        assertThat(schema.problems(StrictJson.read(file.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void rulesNestedAsDeepAsAllowedAreJudgedQuickly() {
        TagRule rule = new TagRule.Missing("x");
        for (int i = 1; i < TagRules.MAX_DEPTH; i++) {
            rule = i % 2 == 0 ? new TagRule.All(List.of(rule)) : new TagRule.Any(List.of(rule));
        }
        Json file =
                new TagFile(List.of(SampleDocument.audience("user_deep_rule", rule)), List.of())
                        .write();

        assertThat(first.problems(file)).isEmpty();
    }

    /** Returns the records of a sealed type, those of sealed types below it included. */
    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? kinds(kind) : Set.of(kind));
        }
        return kinds;
    }

    private static void collect(TagRule rule, Set<Class<?>> seen) {
        seen.add(rule.getClass());
        List<Value> values = new ArrayList<>();
        switch (rule) {
            case TagRule.Compare r -> values.add(r.value());
            case TagRule.InList r -> values.addAll(r.values());
            case TagRule.Events r -> seen.add(r.window().getClass());
            default -> {}
        }
        values.forEach(value -> seen.add(value.getClass()));
    }

    private static JsonView defs(String resource) {
        // Schemas hold nothing that strict reading refuses.
        return JsonView.of(StrictJson.read(PublishedSchema.text(resource))).get("$defs");
    }

    private static List<String> then(JsonView defs, String type, String property) {
        return defs.get("rule").get("allOf").items().stream()
                .map(branch -> branch.get("then").get("properties"))
                .filter(p -> p.get("type").get("const").text().equals(type))
                .map(p -> words(p.get(property)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(JsonView view) {
        return view.get("enum").items(JsonView::text);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
