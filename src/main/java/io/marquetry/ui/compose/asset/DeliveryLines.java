package io.marquetry.ui.compose.asset;

import io.marquetry.asset.Asset;
import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Power;
import io.marquetry.ui.common.look.Formats;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Says what the rules of a package make of its number: who is held out, and what that can show. */
public final class DeliveryLines {

    /** A rate to reckon with while nobody knows the package's own. */
    private static final double RATE = 0.05;

    private final Texts texts;
    private final Formats formats;

    /** Speaks the language of the texts. */
    public DeliveryLines(Texts texts) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    /**
     * Returns a sentence for each rule that says something.
     *
     * @param people how many are addressed; empty while that is not known
     */
    public List<String> of(List<Asset> rules, OptionalLong people) {
        List<String> lines = new ArrayList<>();
        for (Asset rule : rules) {
            Map<String, String> facts = rule.facts();
            percent(facts.get("holdout_percent"))
                    .ifPresent(share -> people.ifPresent(all -> lines.add(heldOut(share, all))));
            if (facts.containsKey("max_contacts")) {
                lines.add(
                        texts.get(
                                "compose.delivery.cap",
                                facts.get("max_contacts"),
                                facts.getOrDefault("per_days", "?")));
            }
            if (facts.containsKey("quiet_from")) {
                lines.add(
                        texts.get(
                                "compose.delivery.quiet",
                                facts.get("quiet_from"),
                                facts.getOrDefault("quiet_to", "?")));
            }
        }
        return lines;
    }

    private String heldOut(double share, long people) {
        long control = Math.round(people * share);
        long treated = people - control;
        OptionalDouble rise = Power.OF_80.detectableRise(RATE, treated, control);
        String split =
                texts.get("compose.delivery.split", formats.count(treated), formats.count(control));
        return texts.together(
                split,
                rise.isPresent()
                        ? texts.get(
                                "compose.delivery.detectable",
                                formats.shortPercent(RATE),
                                formats.percent(RATE + rise.getAsDouble()))
                        : texts.get("compose.delivery.tooFew"));
    }

    private static OptionalDouble percent(@Nullable String fact) {
        try {
            double percent = fact == null ? 0 : Double.parseDouble(fact);
            return percent > 0 && percent < 100
                    ? OptionalDouble.of(percent / 100)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            // Facts are free text: what is no number holds nobody out.
            return OptionalDouble.empty();
        }
    }
}
