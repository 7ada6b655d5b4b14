package io.marquetry.cli.effect;

import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.Reviewed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What scripts are told of targets: each that the outcomes have a figure for, and its standing. */
final class TargetsJson {

    private TargetsJson() {}

    static List<Map<String, Object>> of(Reviewed reviewed) {
        List<Map<String, Object>> told = new ArrayList<>();
        reviewed.targets()
                .least()
                .forEach(
                        (measure, least) ->
                                Cards.standing(measure, least, reviewed.answer().all())
                                        .ifPresent(
                                                standing -> {
                                                    Map<String, Object> one = new LinkedHashMap<>();
                                                    one.put(
                                                            "goal",
                                                            measure.name()
                                                                    .toLowerCase(Locale.ROOT));
                                                    one.put("least", least);
                                                    one.put("standing", standing.name());
                                                    told.add(one);
                                                }));
        return told;
    }
}
