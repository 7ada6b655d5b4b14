package io.marquetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.launch.Wiring;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The index of real customers against the database it was built from. */
class SampleIndexTest {

    private static final long SEED = 20261123;
    private static final List<GroupKind> KINDS = List.of(GroupKind.values());

    /** A direct count of these takes the database a tenth of a second; all are run by -Pexact. */
    private static final int ROUNDS = Math.max(60, Integer.getInteger("marquetry.expressions", 0));

    @TempDir static Path folder;
    private static Workspace workspace;
    private static TagCatalog tags;
    private static MembershipIndex index;

    @BeforeAll
    static void load() {
        workspace = new Wiring(InstantSource.system()).open(folder.resolve("workspace"));
        new SampleWorkspace(workspace).load(progress -> {}, new CancelSignal());
        tags = workspace.tags().catalog();
        index =
                workspace
                        .audiences()
                        .indexes()
                        .index(SampleSource.NAME, tags, done -> {}, new CancelSignal());
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @Test
    void expressionsCountTheSameInTheIndexAndInTheDatabase() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<TagKey> keys = List.copyOf(index.tags());
        AudienceReader reader = workspace.audiences().readers().reader(SampleSource.NAME);
        for (int round = 0; round < ROUNDS; round++) {
            AllOf audience = new AllOf(members(random, keys, 2));
            assertThat(index.count(audience))
                    .as("seed %d: %s", SEED, ExpressionText.write(audience))
                    .isEqualTo(
                            reader.count(new AudienceQuery(audience, tags), new CancelSignal())
                                    .audience());
        }
    }

    @Test
    void everyAudienceTagOfTheSampleIsIndexed() {
        assertThat(index.tags()).hasSize(32);
    }

    @Test
    void aStartAsksTheSourceForNothingThatIsOnDisk() {
        MembershipIndex again =
                new AudienceIndexes(
                                workspace.folder(),
                                source -> new NothingToAsk(index.snapshot(), index.profiles()))
                        .index(SampleSource.NAME, tags, done -> {}, new CancelSignal());
        assertThat(again.tags()).isEqualTo(index.tags());
        for (TagKey tag : index.tags()) {
            assertThat(again.size(tag)).as(tag.value()).isEqualTo(index.size(tag));
        }
    }

    private static List<AudienceExpression> members(
            SplittableRandom random, List<TagKey> keys, int depth) {
        List<AudienceExpression> members = new ArrayList<>();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            members.add(
                    depth > 0 && random.nextInt(2) == 0
                            ? KINDS.get(random.nextInt(3)).group(members(random, keys, depth - 1))
                            : new TagRef(keys.get(random.nextInt(keys.size()))));
        }
        return members;
    }

    private record NothingToAsk(Snapshot snapshot, long profiles) implements MembershipReader {
        @Override
        public Optional<Problem> misfit(TagRule rule, TagCatalog catalog) {
            return Optional.empty();
        }

        @Override
        public List<long[]> memberships(
                List<TagRule> rules, TagCatalog catalog, LongConsumer read, CancelSignal signal) {
            throw new AssertionError("asked the source for " + rules);
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
            throw new AssertionError("asked the source for " + key);
        }
    }
}
