package io.marquetry.cli.effect;

import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.TrendPoint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What scripts are told of how rates went. */
final class TrendJson {

    private TrendJson() {}

    static Map<String, Object> of(Trend trend) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("values", trend.values().stream().map(EffectJson::value).toList());
        tree.put("measure", trend.measure().name());
        tree.put("points", trend.points().stream().map(TrendJson::point).toList());
        switch (trend.shift()) {
            case Shift.TooShort _ -> tree.put("shift", "TOO_SHORT");
            case Shift.Steady steady -> {
                tree.put("shift", "STEADY");
                tree.put("p", number(steady.pValue()));
            }
            case Shift.Found found -> {
                tree.put("shift", found.decay() ? "DECAY" : "RISE");
                tree.put("since", found.since().toString());
                tree.put("before", number(found.before()));
                tree.put("after", number(found.after()));
                tree.put("p", number(found.pValue()));
            }
        }
        return tree;
    }

    private static Map<String, Object> point(TrendPoint point) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("begins", point.begins().toString());
        tree.put("count", point.rate().count());
        tree.put("of", point.rate().of());
        return tree;
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value).round(MathContext.DECIMAL32);
    }
}
