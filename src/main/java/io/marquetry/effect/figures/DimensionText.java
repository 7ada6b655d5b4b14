package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.tag.TagKey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dimensions as people write them: {@code day}, {@code week}, {@code month}, {@code package},
 * {@code version}, {@code channel}, {@code asset}, {@code package-tag}, {@code package-asset},
 * {@code tag:user_level_gold}, {@code tag:user_level_gold@customers} for a tag of another source's
 * people, {@code attribute:age}, or an attribute's plain name; two or three joined by {@code +}. A
 * word that the outcomes tell nothing about is an attribute's name.
 */
public final class DimensionText {

    private static final String TAG = "tag:";
    private static final String AT = "@";
    private static final String ATTRIBUTE = "attribute:";

    private DimensionText() {}

    /**
     * Reads a grouping.
     *
     * @throws io.marquetry.base.ProblemException if it has more than three dimensions, or names a
     *     malformed tag key
     */
    public static Grouping parse(String text, OutcomeMapping mapping) {
        List<Dimension> dimensions =
                Arrays.stream(text.split("\\+")).map(part -> dimension(part, mapping)).toList();
        if (dimensions.size() > 3) {
            throw Problem.of("problem.effect.tooFine", text).asException();
        }
        return new Grouping(dimensions);
    }

    /** Returns a dimension as {@link #parse} reads it. */
    public static String write(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Attribute by -> ATTRIBUTE + by.name();
            case Dimension.Carries by ->
                    TAG + by.tag().value() + by.people().map(people -> AT + people).orElse("");
            case Dimension.Told by -> by.role().name().toLowerCase(Locale.ROOT);
            case Dimension.Time by -> by.step().name().toLowerCase(Locale.ROOT);
            case Dimension.PackageTag _ -> "package-tag";
            case Dimension.PackageAsset _ -> "package-asset";
        };
    }

    private static Dimension dimension(String text, OutcomeMapping mapping) {
        if (text.startsWith(TAG)) {
            return carries(text.substring(TAG.length()));
        }
        if (text.startsWith(ATTRIBUTE)) {
            return new Dimension.Attribute(text.substring(ATTRIBUTE.length()));
        }
        boolean timed = EffectReview.isTimed(mapping);
        return switch (text) {
            case "package-tag" -> new Dimension.PackageTag();
            case "package-asset" -> new Dimension.PackageAsset();
            case "package" -> new Dimension.Told(OutcomeRole.PACKAGE);
            case "version" -> told(OutcomeRole.VERSION, text, mapping);
            case "channel" -> told(OutcomeRole.CHANNEL, text, mapping);
            case "asset" -> told(OutcomeRole.ASSET, text, mapping);
            case "day" -> time(Dimension.TimeStep.DAY, text, timed);
            case "week" -> time(Dimension.TimeStep.WEEK, text, timed);
            case "month" -> time(Dimension.TimeStep.MONTH, text, timed);
            default -> new Dimension.Attribute(text);
        };
    }

    private static Dimension carries(String text) {
        int at = text.indexOf(AT);
        return at < 0
                ? new Dimension.Carries(TagKey.parse(text))
                : new Dimension.Carries(
                        TagKey.parse(text.substring(0, at)),
                        Optional.of(source(text.substring(at + 1))));
    }

    private static SourceName source(String text) {
        if (!SourceName.isValid(text)) {
            throw Problem.of("problem.source.unknown", text).asException();
        }
        return new SourceName(text);
    }

    private static Dimension told(OutcomeRole role, String text, OutcomeMapping mapping) {
        return mapping.column(role).isPresent()
                ? new Dimension.Told(role)
                : new Dimension.Attribute(text);
    }

    private static Dimension time(Dimension.TimeStep step, String text, boolean timed) {
        return timed ? new Dimension.Time(step) : new Dimension.Attribute(text);
    }
}
