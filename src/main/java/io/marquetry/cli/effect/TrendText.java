package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.TextTable;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.TrendPoint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells on the command line how rates went. */
final class TrendText {

    private final Texts texts;
    private final GroupText groups;

    TrendText(Texts texts) {
        this.texts = texts;
        this.groups = new GroupText(texts);
    }

    List<String> lines(List<Trend> trends) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.effect.group"),
                                texts.get("cli.effect.spans"),
                                texts.get("cli.effect.trend")),
                        Set.of(1));
        for (Trend trend : trends) {
            table.add(
                    trend.values().isEmpty()
                            ? texts.get("cli.effect.all")
                            : groups.label(trend.values()),
                    texts.get("cli.number", trend.points().size()),
                    shift(trend.shift()));
        }
        return table.lines();
    }

    Map<String, Object> json(Trend trend) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("values", trend.values().stream().map(EffectJson::value).toList());
        tree.put("measure", trend.measure().name());
        tree.put("points", trend.points().stream().map(TrendText::point).toList());
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

    private String shift(Shift shift) {
        return switch (shift) {
            case Shift.TooShort _ -> texts.get("effect.shift.tooShort");
            case Shift.Steady steady -> texts.get("effect.shift.steady", steady.rate());
            case Shift.Found found ->
                    texts.get(
                            found.decay() ? "effect.shift.decay" : "effect.shift.rise",
                            found.before(),
                            found.after(),
                            found.since().toString(),
                            found.pValue());
        };
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
