package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.function.Function;

class CodecsTest {

    @Test
    void whatIsWrittenIsReadBackEqual() {
        for (int seed = 0; seed < 3_000; seed++) {
            Generated any = new Generated(seed);
            isReadBack(seed, any.rule(5), TagRuleJson::write, TagRuleJson::read);
            isReadBack(seed, any.expression(5), ExpressionJson::write, ExpressionJson::read);
            isReadBack(seed, any.tag(), TagJson::write, TagJson::read);
            isReadBack(seed, any.asset(), AssetJson::write, AssetJson::read);
        }
    }

    @Test
    void numbersOfThirtyEightDigitsStayExact() {
        String digits = "12345678901234567890.123456789012345678";
        TagRule rule =
                TagRuleJson.read(
                        view(
                                "{'type':'compare','field':'x','comparison':'EQUAL','value':{'number':'"
                                        + digits
                                        + "'}}"));

        assertThat(((Value.Number) ((TagRule.Compare) rule).value()).number()).isEqualTo(digits);
        assertThat(CanonicalJson.write(TagRuleJson.write(rule))).contains('"' + digits + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|problem.json.missing|#",
                "[]|problem.json.type.object|#",
                "{'type':'guess'}|problem.json.word|#/type",
                "{'type':7}|problem.json.type.text|#/type",
                "{'type':'missing','field':'x','more':1}|problem.json.unknownField|#",
                "{'type':'hasTag','tag':'x'}|problem.json.at|#/tag",
                "{'type':'all','rules':[]}|problem.json.atLeastOne|#/rules",
                "{'type':'any','rules':{}}|problem.json.type.array|#/rules",
                "{'type':'all','rules':[{'type':'not','rule':{'type':'missing','field':1}}]}|problem.json.type.text|#/rules/0/rule/field",
                "{'type':'inList','field':'x','values':[]}|problem.json.atLeastOne|#/values",
                "{'type':'inList','field':'x','values':[{'number':'1','text':'1'}]}|problem.json.value|#/values/0",
                "{'type':'inList','field':'x','values':[{'numbr':'1'}]}|problem.json.value|#/values/0",
                "{'type':'inList','field':'x','values':[{'number':1}]}|problem.json.type.text|#/values/0/number",
                "{'type':'inList','field':'x','values':[{'number':'1e9'}]}|problem.json.decimal|#/values/0/number",
                "{'type':'inList','field':'x','values':[{'number':'0.1111111111111111111111111111111'}]}|problem.json.decimal|#/values/0/number",
                "{'type':'inList','field':'x','values':[{'day':'2017-02-29'}]}|problem.json.day|#/values/0/day",
                "{'type':'inList','field':'x','values':[{'day':'17-02-28'}]}|problem.json.day|#/values/0/day",
                "{'type':'inList','field':'x','values':[{'moment':'2017-01-01T24:00:00'}]}|problem.json.moment|#/values/0/moment",
                "{'type':'inList','field':'x','values':[{'truth':'true'}]}|problem.json.type.truth|#/values/0/truth",
                "{'type':'inList','field':'x','values':[{'ago':{'amount':-1,'unit':'DAYS'}}]}|problem.json.range|#/values/0/ago/amount",
                "{'type':'inList','field':'x','values':[{'ago':{'amount':1,'unit':'days'}}]}|problem.json.word|#/values/0/ago/unit",
                "{'type':'events','stream':'s','aggregate':'SUM','window':{'type':'always'},'comparison':'LESS','value':{'number':'1'}}|problem.json.measure|#",
                "{'type':'events','stream':'s','aggregate':'COUNT','window':{'type':'days','from':'2017-02-02','to':'2017-02-01'},'comparison':'LESS','value':{'number':'1'}}|problem.json.window|#/window",
                "{'type':'events','stream':'s','aggregate':'COUNT','window':{'type':'never'},'comparison':'LESS','value':{'number':'1'}}|problem.json.word|#/window/type",
                "{'type':'events','stream':'s','aggregate':'COUNT','window':{'type':'always'},'where':{'type':'hasTag','tag':'user_a_b'},'comparison':'LESS','value':{'number':'1'}}|problem.json.eventFilter|#/where",
            })
    void aWrongRuleIsRefusedWithItsPlace(String rule, String key, String pointer) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> TagRuleJson.read(view(rule)));

        assertThat(e.problem().key()).isEqualTo(key);
        assertThat(e.problem().args().getFirst()).isEqualTo(pointer);
    }

    @Test
    void aRuleNestedTooDeepIsRefused() {
        String rule = "{'type':'missing','field':'x'}";
        for (int i = 1; i < 50; i++) {
            rule = "{'type':'not','rule':" + rule + "}";
        }
        String deepest = rule;
        assertThat(TagRuleJson.read(view(deepest))).isInstanceOf(TagRule.Not.class);
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () ->
                                                TagRuleJson.read(
                                                        view(
                                                                "{'type':'not','rule':"
                                                                        + deepest
                                                                        + "}")))
                                .problem()
                                .key())
                .isEqualTo("problem.json.ruleTooDeep");
    }

    @Test
    void aRefusedKeyIsToldWithPlaceAndProposal() {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> TagRuleJson.read(view("{'type':'hasTag','tag':'User Level'}")));

        assertThat(Texts.in(Locale.ENGLISH).sentence(e.problem()))
                .startsWith("At #/tag: “User Level” is no tag key")
                .contains("user_level_one");
    }

    private static <T> void isReadBack(
            int seed, T value, Function<T, Json> write, Function<JsonView, T> read) {
        String text = CanonicalJson.write(write.apply(value));
        T back = read.apply(JsonView.of(StrictJson.read(text)));
        assertThat(back).as("seed %s: %s", seed, text).isEqualTo(value);
        assertThat(CanonicalJson.write(write.apply(back))).isEqualTo(text);
    }

    private static JsonView view(String json) {
        return JsonView.of(StrictJson.read(json.replace('\'', '"')));
    }
}
