package io.marquetry.asset;

import io.marquetry.base.LocalizedText;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One resource that a benefit, content or rule tag stands for.
 *
 * @param key unique, lower-case letters, digits and underscores
 * @param body the text that people read, for templates; {@code {field}} marks a place to fill
 * @param facts what else describes it, for example {@code discount_percent=20}
 */
public record Asset(
        String key,
        Kind kind,
        LocalizedText name,
        Optional<LocalizedText> body,
        SortedMap<String, String> facts) {

    /** Copies the facts and refuses a malformed key. */
    public Asset {
        if (!key.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("not an asset key: " + key);
        }
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
        RECOMMENDATION_RULE
    }
}
