package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;

import java.util.List;

/**
 * An expression as people type it: tag keys and conditions in square brackets, with {@code and},
 * {@code or}, {@code not} and parentheses; {@code not} binds tightest, then {@code and}, then
 * {@code or}. A condition is for example {@code [city = "Shanghai"]}; {@link ConditionText} has its
 * forms.
 */
public final class ExpressionText {

    private ExpressionText() {}

    /**
     * Reads an expression.
     *
     * @return the outermost group; a text that is no conjunction becomes its only member
     * @throws io.marquetry.base.ProblemException with the position (from 1) of a syntax error
     */
    public static AllOf parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /**
     * Writes an expression; groups that state nothing are left out; everybody is the empty text.
     */
    public static String write(AudienceExpression expression) {
        return Expressions.stated(expression).map(e -> write(e, Binding.NOTHING)).orElse("");
    }

    private static String write(AudienceExpression expression, Binding around) {
        return switch (expression) {
            case TagRef ref -> ref.tag().value();
            case Condition condition -> ConditionText.write(condition.rule());
            case AllOf all -> joined(all, Binding.AND, around);
            case AnyOf any -> joined(any, Binding.OR, around);
            case Except except -> "not " + joined(except, Binding.OR, Binding.NOT);
        };
    }

    private static String joined(Group group, Binding own, Binding around) {
        List<AudienceExpression> members = group.members();
        if (members.size() == 1) {
            return write(members.getFirst(), around);
        }
        String text = String.join(own.word, members.stream().map(m -> write(m, own)).toList());
        // Within its own kind, too: so the groups are the same when the text is read again.
        return own.compareTo(around) <= 0 ? "(" + text + ")" : text;
    }

    /** What stands around a part of the text, the loosest first. */
    private enum Binding {
        NOTHING(""),
        OR(" or "),
        AND(" and "),
        NOT("not ");

        private final String word;

        Binding(String word) {
            this.word = word;
        }
    }
}
