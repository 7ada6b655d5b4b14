package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;

import java.util.List;

/**
 * An expression as people type it: tag keys with {@code and}, {@code or}, {@code not} and
 * parentheses; {@code not} binds tightest, then {@code and}, then {@code or}.
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
        return Expressions.stated(expression).map(e -> write(e, Binding.OR)).orElse("");
    }

    private static String write(AudienceExpression expression, Binding around) {
        return switch (expression) {
            case TagRef ref -> ref.tag().value();
            case AllOf all -> joined(all, " and ", Binding.AND, around);
            case AnyOf any -> joined(any, " or ", Binding.OR, around);
            case Except except ->
                    except.members().size() == 1
                            ? "not " + write(except.members().getFirst(), Binding.NOT)
                            : "not " + joined(except, " or ", Binding.OR, Binding.NOT);
        };
    }

    private static String joined(Group group, String word, Binding own, Binding around) {
        List<AudienceExpression> members = group.members();
        if (members.size() == 1) {
            // Parentheses keep a group of one a group when the text is read again.
            String inner = write(members.getFirst(), Binding.OR);
            return around == Binding.OR && own == Binding.AND ? inner : "(" + inner + ")";
        }
        String text = String.join(word, members.stream().map(m -> write(m, own)).toList());
        boolean inside = around != Binding.OR || own == Binding.OR && around != Binding.OR;
        return inside ? "(" + text + ")" : text;
    }

    private enum Binding {
        OR,
        AND,
        NOT
    }
}
