package io.marquetry.effect.chart;

import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which group of an answer a click opens, as the text that charts made from answers carry.
 *
 * @param division index of the division in the answer
 * @param group index of the group in the division
 */
public record GroupTarget(int division, int group) {

    /** The target of what shows everybody. */
    public static final String EVERYBODY = "everybody";

    private static final String ARM = EVERYBODY + "/";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Returns the target of what shows one arm of everybody. */
    public static String ofArm(String arm) {
        return ARM + arm;
    }

    /** Returns the arm that a target means; empty where it means none. */
    public static Optional<String> arm(String text) {
        return text.startsWith(ARM) ? Optional.of(text.substring(ARM.length())) : Optional.empty();
    }

    /** Reads a target; empty where the text is none. */
    public static Optional<GroupTarget> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new GroupTarget(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns the text that {@link #parse} reads. */
    public String text() {
        return division + "/" + group;
    }

    /** Returns the group; empty where the answer has none there. */
    public Optional<Group> in(EffectAnswer answer) {
        return division < answer.divisions().size()
                        && group < answer.divisions().get(division).groups().size()
                ? Optional.of(answer.divisions().get(division).groups().get(group))
                : Optional.empty();
    }
}
