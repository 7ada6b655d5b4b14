package io.marquetry.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

class ExpressionTextTest {

    private static final TagRef A = new TagRef(new TagKey("user_is_a"));
    private static final TagRef B = new TagRef(new TagKey("user_is_b"));
    private static final TagRef C = new TagRef(new TagKey("user_is_c"));

    @Test
    void andBindsTighterThanOrAndNotTightest() {
        assertThat(ExpressionText.parse("user_is_a or user_is_b and not user_is_c"))
                .isEqualTo(all(new AnyOf(List.of(A, all(B, except(C))))));
    }

    @Test
    void exampleOfTheDesignReadsAndWritesTheSame() {
        String text =
                "user_level_gold and (user_city_beijing or user_city_shanghai) and not"
                        + " user_churn_high";
        assertThat(ExpressionText.write(ExpressionText.parse(text))).isEqualTo(text);
    }

    @Test
    void notOfAlternativesIsOneExceptGroup() {
        assertThat(ExpressionText.parse("not (user_is_a or user_is_b)"))
                .isEqualTo(all(except(A, B)));
        assertThat(ExpressionText.write(all(except(A, B))))
                .isEqualTo("not (user_is_a or user_is_b)");
        assertThat(ExpressionText.write(all(C, except(all(A, B)))))
                .isEqualTo("user_is_c and not (user_is_a and user_is_b)");
    }

    @Test
    void groupsOfOneAndEmptyGroupsLeaveNoTrace() {
        assertThat(ExpressionText.write(all(new AnyOf(List.of(A)), all(), except())))
                .isEqualTo("user_is_a");
        assertThat(ExpressionText.write(all())).isEmpty();
    }

    @Test
    void groupsWithinTheirOwnKindStayGroups() {
        AllOf nested = all(all(A, B), C);
        assertThat(ExpressionText.write(nested))
                .isEqualTo("(user_is_a and user_is_b) and user_is_c");
        assertThat(ExpressionText.parse(ExpressionText.write(nested))).isEqualTo(nested);
    }

    @Test
    void wideBracketsSpacesAndCapitalWordsAreRead() {
        assertThat(ExpressionText.parse("　user_is_a\tAND（user_is_b Or\nuser_is_c） "))
                .isEqualTo(all(A, new AnyOf(List.of(B, C))));
        assertThat(ExpressionText.parse("NOT(user_is_a)")).isEqualTo(all(except(A)));
    }

    @Test
    void errorsNameTheirPosition() {
        assertThat(refusal("user_is_a user_is_b"))
                .isEqualTo(Problem.of("problem.expression.joinExpected", 11, "user_is_b"));
        assertThat(refusal("user_is_a and"))
                .isEqualTo(Problem.of("problem.expression.endTooEarly", 14, ""));
        assertThat(refusal("user_is_a and or user_is_b"))
                .isEqualTo(Problem.of("problem.expression.tagExpected", 15, "or"));
        assertThat(refusal("user_is_a)"))
                .isEqualTo(Problem.of("problem.expression.unopened", 10, ")"));
        assertThat(refusal("user_is_a and （user_is_b"))
                .isEqualTo(Problem.of("problem.expression.unclosed", 15, "("));
        assertThat(refusal("user_is_a and gold"))
                .isEqualTo(Problem.of("problem.expression.notATag", 15, "gold"));
        assertThat(refusal("()")).isEqualTo(Problem.of("problem.expression.tagExpected", 2, ")"));
        assertThat(refusal("not")).isEqualTo(Problem.of("problem.expression.endTooEarly", 4, ""));
        assertThat(refusal(" \t ").key()).isEqualTo("problem.expression.empty");
    }

    @Test
    void twoHundredParenthesesAreRefusedWhereTheyAreTooMany() {
        String text = "(".repeat(200) + "user_is_a" + ")".repeat(200);
        assertThat(refusal(text)).isEqualTo(Problem.of("problem.expression.tooDeepAt", 101, 50));
        assertThat(refusal("not ".repeat(200) + "user_is_a"))
                .isEqualTo(Problem.of("problem.expression.tooDeepAt", 401, 50));
        // More parentheses than that do no harm either.
        assertThat(refusal("(".repeat(100_001)).key()).isEqualTo("problem.expression.tooLong");
        assertThat(refusal("(".repeat(100_000)).key()).isEqualTo("problem.expression.tooDeepAt");
    }

    @Test
    void groupsNestedTooDeepAreRefusedWhateverTheirBrackets() {
        String deep = "not (user_is_b and ".repeat(26) + "user_is_a" + ")".repeat(26);
        Problem problem = refusal(deep);
        assertThat(problem.key()).isEqualTo("problem.expression.tooDeepAt");
        assertThat(problem.args().getFirst()).isEqualTo(deep.lastIndexOf('(') + 1);
        String allowed = "not (user_is_b and ".repeat(24) + "user_is_a" + ")".repeat(24);
        assertThat(Expressions.depth(ExpressionText.parse(allowed))).isLessThanOrEqualTo(50);
    }

    @Test
    void whatIsWrittenReadsAsTheSameAudience() {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            AllOf made = all(expressions(random, random.nextInt(1, 6)));
            String text = ExpressionText.write(made);
            if (text.isEmpty()) {
                continue;
            }
            AllOf read = ExpressionText.parse(text);
            assertThat(members(read)).as("seed %d: %s", seed, text).isEqualTo(members(made));
            assertThat(ExpressionText.write(read)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void deepestAllowedGroupsCanBeWrittenAndReadAgain() {
        for (GroupKind kind : GroupKind.values()) {
            AudienceExpression deep = A;
            for (int i = 0; i < AudienceExpression.MAX_DEPTH - 1; i++) {
                deep = kind.group(List.of(B, deep));
            }
            AllOf root = all(deep);
            assertThat(ExpressionText.parse(ExpressionText.write(root)))
                    .satisfies(read -> assertThat(members(read)).isEqualTo(members(root)));
        }
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces =
                List.of("user_is_a", "and", "or", "not", "(", ")", "（", "）", " ", "gold", "😀", "");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 12); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                AllOf read = ExpressionText.parse(text.toString());
                String written = ExpressionText.write(read);
                assertThat(ExpressionText.write(ExpressionText.parse(written)))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(written);
            } catch (ProblemException e) {
                if (e.problem().args().isEmpty()) {
                    continue;
                }
                assertThat((Integer) e.problem().args().getFirst())
                        .as("seed %d: %s", seed, text)
                        .isBetween(1, text.length() + 1);
            }
        }
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(ProblemException.class, () -> ExpressionText.parse(text))
                .problem();
    }

    private static AllOf all(AudienceExpression... members) {
        return new AllOf(List.of(members));
    }

    private static Except except(AudienceExpression... members) {
        return new Except(List.of(members));
    }

    private static AudienceExpression[] expressions(Random random, int count) {
        AudienceExpression[] made = new AudienceExpression[count];
        for (int i = 0; i < count; i++) {
            made[i] = expression(random, 4);
        }
        return made;
    }

    private static AudienceExpression expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return new TagRef(new TagKey("user_is_" + (char) ('a' + random.nextInt(4))));
        }
        List<AudienceExpression> members = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            members.add(expression(random, depth - 1));
        }
        return List.of(GroupKind.values()).get(random.nextInt(3)).group(members);
    }

    /** Returns which of the sixteen kinds of profiles, by four tags, are in the audience. */
    private static BitSet members(AudienceExpression expression) {
        BitSet found = new BitSet();
        for (int kind = 0; kind < 16; kind++) {
            found.set(kind, isIn(expression, kind));
        }
        return found;
    }

    private static boolean isIn(AudienceExpression expression, int kind) {
        if (expression instanceof TagRef ref) {
            return (kind >> (ref.tag().attribute().charAt(0) - 'a') & 1) == 1;
        }
        Group group = (Group) expression;
        List<AudienceExpression> stating =
                group.members().stream().filter(m -> Expressions.stated(m).isPresent()).toList();
        if (stating.isEmpty()) {
            return true;
        }
        return switch (group.kind()) {
            case ALL_OF -> stating.stream().allMatch(m -> isIn(m, kind));
            case ANY_OF -> stating.stream().anyMatch(m -> isIn(m, kind));
            case EXCEPT -> stating.stream().noneMatch(m -> isIn(m, kind));
        };
    }
}
