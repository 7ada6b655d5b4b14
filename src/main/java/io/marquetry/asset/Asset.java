package io.marquetry.asset;

import io.marquetry.base.LocalizedText;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One resource that a benefit, content or rule tag stands for.
 *
 * @param key unique
 * @param body the text that people read, for templates; {@code {field}} marks a place to fill
 * @param facts what else describes it, for example {@code discount_percent=20}
 * @param pictures that it shows, in their order, each once
 */
public record Asset(
        AssetKey key,
        Kind kind,
        LocalizedText name,
        Optional<LocalizedText> body,
        SortedMap<String, String> facts,
        List<Picture> pictures) {

    /** Copies the facts and the pictures; refuses too many, and one that is there twice. */
    public Asset {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        pictures = List.copyOf(pictures);
        if (pictures.size() > Picture.MOST
                || pictures.stream().map(Picture::sha256).distinct().count() < pictures.size()) {
            throw new IllegalArgumentException("too many pictures, or one twice");
        }
    }

    /** Makes one without pictures. */
    public Asset(
            AssetKey key,
            Kind kind,
            LocalizedText name,
            Optional<LocalizedText> body,
            SortedMap<String, String> facts) {
        this(key, kind, name, body, facts, List.of());
    }

    /** Returns the asset with other pictures. */
    public Asset with(List<Picture> others) {
        return new Asset(key, kind, name, body, facts, others);
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
