package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagNaming;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recursive descent over the grammar of {@link ExpressionText}. */
final class ExpressionParser {

    /** Longest text that is read, in characters. */
    static final int MAX_LENGTH = 100_000;

    private final String text;
    private int at;
    private int open;
    private int deepest;
    private int deepestAt;

    ExpressionParser(String text) {
        this.text = text;
    }

    AllOf parse() {
        if (text.length() > MAX_LENGTH) {
            throw Problem.of("problem.expression.tooLong", MAX_LENGTH).asException();
        }
        if (peek().isEmpty()) {
            throw Problem.of("problem.expression.empty").asException();
        }
        AudienceExpression whole = or();
        String rest = peek();
        if (rest.equals(")")) {
            throw at("problem.expression.unopened", rest);
        }
        if (!rest.isEmpty()) {
            throw at("problem.expression.joinExpected", rest);
        }
        AllOf parsed = whole instanceof AllOf all ? all : new AllOf(List.of(whole));
        if (Expressions.depth(parsed) > AudienceExpression.MAX_DEPTH) {
            throw tooDeep(deepestAt);
        }
        return parsed;
    }

    private AudienceExpression or() {
        List<AudienceExpression> members = new ArrayList<>();
        members.add(and());
        while (peek().equals("or")) {
            next();
            members.add(and());
        }
        return members.size() == 1 ? members.getFirst() : new AnyOf(members);
    }

    private AudienceExpression and() {
        List<AudienceExpression> members = new ArrayList<>();
        members.add(not());
        while (peek().equals("and")) {
            next();
            members.add(not());
        }
        return members.size() == 1 ? members.getFirst() : new AllOf(members);
    }

    private AudienceExpression not() {
        if (!peek().equals("not")) {
            return atom();
        }
        deeper();
        next();
        boolean grouped = peek().equals("(");
        AudienceExpression inner = not();
        open--;
        return grouped && inner instanceof AnyOf any
                ? new Except(any.members())
                : new Except(List.of(inner));
    }

    private AudienceExpression atom() {
        String token = peek();
        switch (token) {
            case "" -> throw at("problem.expression.endTooEarly", token);
            case ")", "and", "or", "]" -> throw at("problem.expression.tagExpected", token);
            case "[" -> {
                ConditionParser condition = new ConditionParser(text, at + 1);
                TagRule.OnField rule = condition.parse();
                at = condition.end();
                return new Condition(rule);
            }
            case "(" -> {
                deeper();
                int opened = at;
                next();
                AudienceExpression inner = or();
                if (peek().isEmpty()) {
                    at = opened;
                    throw at("problem.expression.unclosed", "(");
                }
                if (!peek().equals(")")) {
                    throw at("problem.expression.joinExpected", peek());
                }
                next();
                open--;
                return inner;
            }
            default -> {
                if (TagNaming.refusal(token).isPresent()) {
                    throw at("problem.expression.notATag", token);
                }
                next();
                return new TagRef(new TagKey(token));
            }
        }
    }

    /** Counts an opened parenthesis or "not": at most two of them make one group. */
    private void deeper() {
        if (++open > deepest) {
            deepest = open;
            deepestAt = position();
        }
        if (open > 2 * AudienceExpression.MAX_DEPTH) {
            throw tooDeep(position());
        }
    }

    private static ProblemException tooDeep(int position) {
        return Problem.of("problem.expression.tooDeepAt", position, AudienceExpression.MAX_DEPTH)
                .asException();
    }

    /** Returns the next token without taking it; empty at the end; brackets are made plain. */
    private String peek() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return "";
        }
        String token = text.substring(at, end());
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "and" -> "and";
            case "or" -> "or";
            case "not" -> "not";
            case "（" -> "(";
            case "）" -> ")";
            case "［", "【" -> "[";
            case "］", "】" -> "]";
            default -> token;
        };
    }

    private void next() {
        at = end();
    }

    private int end() {
        int end = at;
        while (end < text.length() && !isBlank(text.charAt(end)) && !isBracket(text.charAt(end))) {
            end++;
        }
        return Math.max(end, Math.min(at + 1, text.length()));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isBracket(char c) {
        return "()（）[]［］【】".indexOf(c) >= 0;
    }

    private int position() {
        return at + 1;
    }

    private ProblemException at(String key, String token) {
        String shown = token.length() > 40 ? token.substring(0, 40) + "…" : token;
        return Problem.of(key, position(), shown).asException();
    }
}
