package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A source whose members follow from its content, the rule and, where that is relative, the day: so
 * it is known of each number what it has to be.
 */
public final class InventedSource implements MembershipReader {

    public static final SourceName NAME = new SourceName("invented");
    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    /** Fields, and values of each, of people. */
    private static final int FIELDS = 4;

    private static final int VALUES = 10;

    private final long profiles;
    private final List<TagRule> asked = new ArrayList<>();
    private final boolean alike;
    private String content;
    private LocalDate today = DAY;
    private boolean gone;
    private Runnable whileRead = () -> {};

    public InventedSource(String content, long profiles) {
        this(content, profiles, false);
    }

    private InventedSource(String content, long profiles, boolean alike) {
        this.content = content;
        this.profiles = profiles;
        this.alike = alike;
    }

    /**
     * Makes a source in which tags have to do with each other as those of people do: each asks for
     * a value of one of four fields, or for that value and above.
     */
    public static InventedSource ofPeople(String content, long profiles) {
        return new InventedSource(content, profiles, true);
    }

    /** Makes so many tags; the first is relative to the day. */
    public static TagCatalog tags(int count) {
        List<Tag> tags = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            tags.add(tag(t, t));
        }
        return new TagCatalog(tags);
    }

    /** Makes the tag with the number and one of its rules. */
    public static Tag tag(int number, int rule) {
        Value value =
                number == 0
                        ? new Value.Ago(rule + 1, Value.Unit.DAYS)
                        : new Value.Number(BigDecimal.valueOf(rule));
        return new Tag(
                key(number),
                Category.AUDIENCE,
                LocalizedText.of("a tag", "标签"),
                LocalizedText.of("tags", "标签"),
                Optional.empty(),
                Optional.of(new TagRule.Compare("field", Comparison.EQUAL, value)),
                Optional.empty());
    }

    static TagKey key(int number) {
        return new TagKey("user_made_t" + number);
    }

    /** Returns how many members the tag has to have. */
    public long members(TagRule rule) {
        return Words.count(words(rule), Words.length(profiles));
    }

    /** Returns the rules that were asked for so far, and forgets them. */
    public List<TagRule> asked() {
        List<TagRule> rules = List.copyOf(asked);
        asked.clear();
        return rules;
    }

    public void changeTo(String other) {
        content = other;
    }

    void wakeOn(LocalDate day) {
        today = day;
    }

    void remove() {
        gone = true;
    }

    /** Does something in the middle of each reading. */
    void whileRead(Runnable action) {
        whileRead = action;
    }

    @Override
    public Snapshot snapshot() {
        if (gone) {
            throw Problem.of("problem.source.gone", "invented", "nowhere").asException();
        }
        return new Snapshot(NAME, content, Instant.EPOCH, today);
    }

    @Override
    public long profiles() {
        return profiles;
    }

    @Override
    public Optional<Problem> misfit(TagRule rule, TagCatalog tags) {
        return Optional.empty();
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        snapshot();
        asked.addAll(rules);
        List<long[]> words = rules.stream().map(this::words).toList();
        read.accept(profiles);
        whileRead.run();
        signal.check();
        return words;
    }

    @Override
    public boolean hasOrdinals() {
        return true;
    }

    @Override
    public void keys(Consumer<String> each, CancelSignal signal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong ordinal(String key, CancelSignal signal) {
        return OptionalLong.empty();
    }

    /** Returns who satisfies the rule, by ordinal. */
    public long[] words(TagRule rule) {
        if (alike
                && rule instanceof TagRule.Compare compare
                && compare.value() instanceof Value.Number number) {
            return alike(number.number().intValue());
        }
        boolean relative = rule instanceof TagRule.Compare c && c.value() instanceof Value.Ago;
        String seed = content + rule + (relative ? today : "");
        SplittableRandom random = new SplittableRandom(seed.hashCode());
        double frequency = Math.pow(random.nextDouble(), 4);
        long[] words = new long[Words.length(profiles)];
        for (int p = 0; p < profiles; p++) {
            if (random.nextDouble() < frequency) {
                words[p >>> 6] |= 1L << p;
            }
        }
        return words;
    }

    private long[] alike(int rule) {
        int field = rule % FIELDS;
        int value = rule / FIELDS / 2 % VALUES;
        boolean above = rule / FIELDS % 2 == 1;
        SplittableRandom random = new SplittableRandom((content + field).hashCode());
        long[] words = new long[Words.length(profiles)];
        for (int p = 0; p < profiles; p++) {
            int own = random.nextInt(VALUES);
            if (above ? own >= value : own == value) {
                words[p >>> 6] |= 1L << p;
            }
        }
        return words;
    }
}
