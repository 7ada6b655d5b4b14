package io.marquetry.sample.generated;

import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sample's audience tags in one fixed order, of which a sample takes as many as are wanted: any
 * number of them has common and rare tags mixed, and no tag without those that it names. The usual
 * three hundred are listed by hand so that their frequencies spread evenly, on a logarithmic scale,
 * from more than half of all customers to one in a hundred thousand.
 */
final class GeneratedTags {

    private static final String USUAL = "/sample/generated-tags.txt";

    private GeneratedTags() {}

    /** Returns the first tags, or all where there are fewer. */
    static List<Tag> first(int wanted) {
        Map<TagKey, Tag> all = everything();
        Set<TagKey> ordered = new LinkedHashSet<>();
        Stream.concat(usual().stream(), shuffled(all)).forEach(key -> append(key, all, ordered));
        return ordered.stream().limit(wanted).map(all::get).toList();
    }

    /** Returns the usual tags in their order. */
    static List<TagKey> usual() {
        try (InputStream in =
                        Objects.requireNonNull(
                                GeneratedTags.class.getResourceAsStream(USUAL), "shipped file");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(TagKey::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all tags that a sample can have. */
    static Map<TagKey, Tag> everything() {
        TagList list = new TagList();
        new CustomerTags(list).add();
        new PlaceTags(list).add();
        new PurchaseTags(list).add();
        new SegmentTags(list).add();
        new CrossedTags(list).add();
        return list.tags();
    }

    /** Appends a tag behind those that its rule names. */
    private static void append(TagKey key, Map<TagKey, Tag> all, Set<TagKey> ordered) {
        Tag tag = Objects.requireNonNull(all.get(key), () -> "no such tag: " + key);
        tag.rule()
                .map(TagRules::tagsIn)
                .ifPresent(named -> named.forEach(other -> append(other, all, ordered)));
        ordered.add(key);
    }

    private static Stream<TagKey> shuffled(Map<TagKey, Tag> all) {
        List<TagKey> keys = new ArrayList<>(all.keySet());
        keys.sort(Comparator.comparingLong(GeneratedTags::anyPlace).thenComparing(key -> key));
        return keys.stream();
    }

    private static long anyPlace(TagKey key) {
        Dice dice = new Dice();
        dice.begin(0, 0, key.value().hashCode());
        return dice.bits();
    }
}
