package io.marquetry.ui.common.look;

import io.marquetry.base.Texts;

import java.util.List;

/** What the facts of assets are called on screen; those that nobody named are shown as given. */
public final class FactNames {

    /** The facts that have a name on screen. */
    public static final List<String> KNOWN =
            List.of(
                    "type",
                    "amount",
                    "discount_percent",
                    "currency",
                    "min_spend",
                    "items",
                    "start",
                    "end",
                    "channel",
                    "campaign_id",
                    "campaign_type",
                    "coupon_upc",
                    "by",
                    "stock",
                    "redemptions",
                    "holdout_percent",
                    "max_contacts",
                    "per_days",
                    "quiet_from",
                    "quiet_to");

    private final Texts texts;

    /** Speaks the language of the texts. */
    public FactNames(Texts texts) {
        this.texts = texts;
    }

    /** Returns what a fact is called. */
    public String called(String fact) {
        return KNOWN.contains(fact) ? texts.get("asset.fact." + fact) : fact;
    }

    /** Returns the fact that somebody typed the name of. */
    public String typed(String called) {
        return KNOWN.stream()
                .filter(fact -> called(fact).equalsIgnoreCase(called.strip()))
                .findFirst()
                .orElse(called);
    }

    /** Returns the name as it stands above a field: large at its start, as every caption is. */
    public String captioned(String fact) {
        String name = called(fact);
        return name.substring(0, 1).toUpperCase(texts.locale()) + name.substring(1);
    }
}
