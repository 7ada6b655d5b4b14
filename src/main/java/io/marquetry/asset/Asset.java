package io.marquetry.asset;

import io.marquetry.base.LocalizedText;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One resource that a benefit, content or rule tag stands for.
 *
 * @param key unique
 * @param body the text that people read, for templates; {@code {field}} marks a place to fill
 * @param facts what else describes it, for example {@code discount_percent=20}
 */
public record Asset(
        AssetKey key,
        Kind kind,
        LocalizedText name,
        Optional<LocalizedText> body,
        SortedMap<String, String> facts) {

    /** Copies the facts. */
    public Asset {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** What a resource is. */
    public enum Kind {
        COUPON,
        SMS_TEMPLATE,
        PUSH_TEMPLATE,
        MAIL_TEMPLATE,
        MESSAGE_TEMPLATE,
        DELIVERY_RULE,
        RECOMMENDATION_RULE,
        /** People who are addressed together, as an audience expression; no tag stands for it. */
        AUDIENCE_PACK
    }
}
