package io.marquetry.index.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.InventedSource;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Carriers;
import io.marquetry.index.question.Changes;
import io.marquetry.index.question.Crossing;
import io.marquetry.index.question.Explanation;
import io.marquetry.index.question.Nearby;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Profiles that stand in another order than in the source: smaller, and no number is another. */
class OrderTest {

    private static final int PROFILES = 70_123;
    private static final int TAGS = 30;
    private static final int QUESTIONS = 40;

    @TempDir Path workspace;

    private final SplittableRandom random = new SplittableRandom(20261129);
    private final InventedSource source = InventedSource.ofPeople("first", PROFILES);
    private TagCatalog tags = InventedSource.tags(TAGS);

    @Test
    void peopleOfTheSameTagsStandTogether() {
        MembershipIndex index = index(indexes());
        assertThat(index.content().order().isAsInSource()).isFalse();
        long inSource =
                index.tags().stream()
                        .mapToLong(tag -> ProfileSet.of(words(tag), PROFILES).bytes())
                        .sum();
        assertThat(index.bytes()).isLessThan(inSource / 2);
        check(index);
    }

    @Test
    void anOrderStaysForTheNextStartAndForOneMoreTag() {
        String order = index(indexes()).content().order().id();
        source.asked();
        AudienceIndexes indexes = indexes();
        MembershipIndex index = index(indexes);
        assertThat(source.asked()).isEmpty();
        assertThat(index.content().order().id()).isEqualTo(order);
        check(index);

        tags = tags.with(InventedSource.tag(TAGS, 77)).with(InventedSource.tag(4, 61));
        index = index(indexes);
        assertThat(source.asked()).hasSize(2);
        assertThat(index.content().order().id()).isEqualTo(order);
        check(index);
    }

    @Test
    void anotherContentGetsAnotherOrder() {
        AudienceIndexes indexes = indexes();
        MembershipIndex first = index(indexes);
        source.changeTo("second");
        MembershipIndex second =
                indexes.refresh(InventedSource.NAME, tags, done -> {}, new CancelSignal());
        assertThat(second.content().order().id()).isNotEqualTo(first.content().order().id());
        check(second);
    }

    @Test
    void anOrderIsRenewedWhereItKnowsTooFewOfTheTags() throws IOException {
        tags = InventedSource.tags(6);
        MembershipIndex first = index(indexes());
        AllOf before = audience();
        tags = InventedSource.tags(TAGS);
        MembershipIndex second = index(indexes());
        assertThat(second.content().order().id()).isNotEqualTo(first.content().order().id());
        check(second);
        assertThat(files(".set")).hasSize(TAGS);
        source.asked();
        check(index(indexes()));
        assertThat(source.asked()).isEmpty();

        // Two indexes of one state, of which one stands in the old order.
        AllOf after = audience();
        Changes.Change change =
                Changes.of(
                                List.of(
                                        new Changes.Side(first, before),
                                        new Changes.Side(second, after)))
                        .getLast();
        long[] was = first.members(before);
        long[] is = second.members(after);
        assertThat(change.gained()).isEqualTo(Words.countAndNot(is, was, is.length));
        assertThat(change.lost()).isEqualTo(Words.countAndNot(was, is, is.length));
        Crossing crossing =
                Crossing.of(new Changes.Side(first, before), new Changes.Side(second, after));
        assertThat(crossing.staying().size()).isEqualTo(Words.countAnd(was, is, is.length));
        assertThat(crossing.coming().size()).isEqualTo(change.gained());
        assertThat(crossing.leaving().size()).isEqualTo(change.lost());
        List<TagKey> all = List.copyOf(second.tags());
        for (int t = 0; t < all.size(); t++) {
            assertThat(crossing.staying().carrying(all)[t])
                    .isEqualTo(count(words(all.get(t)), was, is));
        }
    }

    @Test
    void tagsThatHaveNothingToDoWithEachOtherStayAsTheyAre() throws IOException {
        InventedSource other = new InventedSource("anyhow", PROFILES);
        AudienceIndexes indexes = new AudienceIndexes(workspace, name -> other);
        MembershipIndex index = index(indexes);
        assertThat(index.content().order().isAsInSource()).isTrue();
        assertThat(files(".set")).hasSize(TAGS);
        for (TagKey tag : index.tags()) {
            assertThat(index.size(tag)).isEqualTo(other.members(tags.rule(tag)));
        }
    }

    @Test
    void noFlippedByteOfAnOrderIsBelieved() throws IOException {
        index(indexes());
        Path file = files(".order").getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            int at = round < 20 ? round * 5 : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertThat(OrderFile.read(file, source.snapshot(), PROFILES))
                    .as("byte %d", at)
                    .isEmpty();
        }
        check(index(indexes()));
    }

    @Test
    void setsOfAnEarlierFormAreMadeAnew() throws IOException {
        index(indexes());
        for (Path file : files("")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[7] = '0';
            Files.write(file, bytes);
        }
        Path old = files("").getFirst().resolveSibling("0123abcd-" + "ef".repeat(32) + ".set");
        Files.writeString(old, "MQSET002");
        check(index(indexes()));
        assertThat(old).doesNotExist();
    }

    private void check(MembershipIndex index) {
        assertThat(index.tags()).hasSize(tags.tags().size());
        for (TagKey tag : index.tags()) {
            assertThat(index.size(tag)).isEqualTo(count(words(tag)));
            assertThat(index.members(new TagRef(tag))).isEqualTo(words(tag));
        }
        for (int question = 0; question < QUESTIONS; question++) {
            AllOf audience = audience();
            long[] members = members(audience);
            assertThat(index.count(audience)).as("%s", audience).isEqualTo(count(members));
            if (question % 10 == 0) {
                ask(index, audience, members);
            }
        }
    }

    /** Asks all else about an audience. */
    private void ask(MembershipIndex index, AllOf audience, long[] members) {
        WhatIfs whatIfs = WhatIfs.of(index, audience, List.of());
        index.tags()
                .forEach(
                        tag ->
                                assertThat(whatIfs.added().get(tag))
                                        .as("%s with %s", audience, tag)
                                        .isEqualTo(count(members, words(tag))));
        assertThat(index.members(audience)).isEqualTo(members);
        for (int i = 0; i < 5; i++) {
            int ordinal = random.nextInt(PROFILES);
            assertThat(Explanation.of(index, audience, ordinal).in())
                    .isEqualTo((members[ordinal >>> 6] >>> ordinal & 1) == 1);
        }
        Nearby near = Nearby.of(index, audience, 5);
        assertThat(near.in()).hasSize((int) Math.min(5, count(members))).isSorted();
        for (long ordinal : near.in()) {
            assertThat(members[(int) (ordinal >>> 6)] >>> ordinal & 1).isEqualTo(1);
        }
        TagKey tag = index.tags().getFirst();
        long[] carriers = Carriers.among(index, members).of(tag);
        long[] own = words(tag);
        int at = 0;
        for (int p = 0; p < PROFILES; p++) {
            if ((members[p >>> 6] >>> p & 1) == 1) {
                long carried = own[p >>> 6] >>> p & 1;
                assertThat(carriers[at >>> 6] >>> at & 1).isEqualTo(carried);
                at++;
            }
        }
    }

    private AllOf audience() {
        return new AllOf(
                List.of(
                        new AnyOf(List.of(some(), some())),
                        random.nextBoolean() ? some() : new Except(List.of(some(), some())),
                        new Except(List.of(some()))));
    }

    private TagRef some() {
        List<Tag> all = List.copyOf(tags.tags());
        return new TagRef(all.get(random.nextInt(all.size())).key());
    }

    /** Returns who is in an expression, worked out by ordinal. */
    private long[] members(AudienceExpression expression) {
        long[] none = new long[Words.length(PROFILES)];
        return switch (expression) {
            case TagRef ref -> words(ref.tag());
            case AllOf all -> {
                long[] words = turned(none);
                all.members().forEach(m -> Words.andInto(words, members(m), words.length));
                yield words;
            }
            case AnyOf any -> union(any.members(), none);
            case Except except -> turned(union(except.members(), none));
            default -> throw new IllegalArgumentException(expression.toString());
        };
    }

    private long[] union(List<AudienceExpression> members, long[] none) {
        members.forEach(m -> Words.orInto(none, members(m), none.length));
        return none;
    }

    private static long[] turned(long[] words) {
        long[] turned = new long[words.length];
        for (int p = 0; p < PROFILES; p++) {
            turned[p >>> 6] |= (~words[p >>> 6] >>> p & 1) << p;
        }
        return turned;
    }

    private static long count(long[]... all) {
        long count = 0;
        for (int i = 0; i < all[0].length; i++) {
            long word = -1;
            for (long[] words : all) {
                word &= words[i];
            }
            count += Long.bitCount(word);
        }
        return count;
    }

    private long[] words(TagKey tag) {
        return source.words(tags.rule(tag)).clone();
    }

    private MembershipIndex index(AudienceIndexes indexes) {
        return indexes.index(InventedSource.NAME, tags, done -> {}, new CancelSignal());
    }

    private AudienceIndexes indexes() {
        return new AudienceIndexes(workspace, name -> source);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files =
                Files.list(workspace.resolve("index").resolve(InventedSource.NAME.value()))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
