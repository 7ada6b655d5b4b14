package io.marquetry.source.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Carried;
import io.marquetry.audience.Expressions;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Explanation;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What every engine has to do, whatever it is: the same numbers as plain Java finds row by row, for
 * generated rules over generated rows, counted singly and from the index. A new engine has a test
 * that extends this one.
 */
public abstract class EngineContract {

    /** Whether all is asked, as -Pcontract wants, and not as much as shows a difference. */
    protected static final boolean WHOLE = LongLists.ALL;

    private static final int TABLES = 4;
    private static final int TAGS = 25;

    /** Rules and expressions in all; -Pcontract compares 5,000. */
    private static final int ALL = Math.max(1_000, Integer.getInteger("marquetry.contract", 0));

    /** People whose keys are read, and the heap that this may take. */
    private static final int MANY = WHOLE ? 5_120_000 : 80_000;

    private static final long MEMORY = WHOLE ? 64L << 20 : 4L << 20;

    /** How often the heap is looked at meanwhile: each time it is cleared first. */
    private static final int LOOKS = 3;

    /** Of how many expressions from the index one is asked in all ways of the source itself. */
    private static final int LIVE = 20;

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());

    /** Expressions from the index; -Pexact runs 10,000. */
    private static final int INDEXED =
            Math.max(120, Integer.getInteger("marquetry.expressions", 0));

    /** People of whom no order is looked for, and of whom one is. */
    private static final int SMALL_CROWD = 180;

    private static final int CROWD = 66_001;

    /** People and tags for whom a renewed order is worth it, which is not so of any. */
    private static final long WORLD = 5;

    private static final int STATES = IndexStep.values().length + 1;

    /** Programs that are killed on each way from state to state. */
    private static final int KILLS = Math.max(1, INDEXED / 1_000);

    /** Takes seconds: each profile is asked hundreds of times for parts that it has not. */
    private static final TagRule SLOW =
            new TagRule.Any(
                    IntStream.range(0, 600)
                            .<TagRule>mapToObj(
                                    i -> new TagRule.Match("city", TagRule.Part.CONTAINS, "ab" + i))
                            .toList());

    @TempDir private Path workspace;

    /** Puts rows where the engine answers for them. */
    protected abstract ProfileSource write(Path folder, String name, List<Row> rows)
            throws Exception;

    /** Puts many people there of whom nothing is known but their keys, k0, k1 and so on. */
    protected abstract ProfileSource people(Path folder, String name, int profiles)
            throws Exception;

    /** Returns of how many rules and expressions one is tried, where each takes the engine long. */
    protected int oneOf() {
        return 1;
    }

    /** Returns how much of the heap the engine may keep of what it read, whatever is asked. */
    protected long cache() {
        return 0;
    }

    /** Returns the name that the tests sign in by, where the engine is a server. */
    protected String user() {
        return "";
    }

    /** Returns the rows as the engine keeps them. */
    protected abstract List<Row> kept(List<Row> rows);

    /** Returns the sources of a workspace. */
    protected OpenSources open(Path folder) {
        return new OpenSources(folder);
    }

    /** The build tells in one line which engines were held to this. */
    @AfterAll
    static void tellsThatItRan(TestInfo test) throws IOException {
        Path told = Files.createDirectories(Path.of("target", "engines"));
        String name = test.getTestClass().orElseThrow().getSimpleName();
        Files.writeString(told.resolve(name.replace("EngineTest", "")), "");
    }

    @Test
    final void databaseAndPlainJavaCountTheSame() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("random audiences: -Dmarquetry.seed=" + seed);
        int perTable = ALL / oneOf() / TABLES;
        int single = perTable / 3;
        int compared = 0;
        int telling = 0;
        for (int table = 0; table < TABLES; table++) {
            Random random = new Random(seed + table);
            List<Row> rows = kept(new RandomRows(random).rows(table == 0 ? 3 : 150));
            ProfileSource source = write(workspace, "t" + table, rows);
            RandomRules rules = new RandomRules(random, RandomRows.MODEL);
            Map<TagKey, TagRule> tags = rules.tags(TAGS);
            List<TagKey> keys = List.copyOf(tags.keySet());
            PlainEvaluator plain = new PlainEvaluator(rows, tags, RandomRows.TODAY);
            TagCatalog catalog = TestTags.catalog(tags);
            try (OpenSources databases = open(workspace)) {
                AudienceReader reader = reader(source, databases);
                for (int i = 0; i < perTable - single; i++) {
                    TagRule rule = rules.rule(keys);
                    long expected = plain.count(rule);
                    if (count(reader, rule, catalog) != expected) {
                        TagRule small =
                                SmallerRules.smallest(
                                        rule, r -> count(reader, r, catalog) != plain.count(r));
                        assertThat(count(reader, small, catalog))
                                .as("seed %d, table %d, %s, tags %s", seed, table, small, tags)
                                .isEqualTo(plain.count(small));
                    }
                    compared++;
                    telling += expected > 0 && expected < rows.size() ? 1 : 0;
                }
                for (int i = 0; i < single; i++) {
                    AudienceExpression expression = rules.expression(keys, random.nextInt(1, 5));
                    long expected = plain.count(expression);
                    assertThat(count(reader, expression, catalog))
                            .as("seed %d, table %d, %s, tags %s", seed, table, expression, tags)
                            .isEqualTo(expected);
                    compared++;
                    telling += expected > 0 && expected < rows.size() ? 1 : 0;
                }
            }
        }
        assertThat(compared).isEqualTo(perTable * TABLES);
        // Most of them select some and leave some, so that they can tell a difference.
        assertThat(telling).isGreaterThan(compared / 2);
        System.out.println(
                getClass().getSimpleName()
                        + ": "
                        + compared
                        + " rules and expressions in "
                        + ZoneId.systemDefault());
    }

    @Test
    final void indexAndDatabaseCountTheSame() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("index exactness: -Dmarquetry.seed=" + seed);
        List<Integer> tables = List.of(1, 64, 200);
        int indexed = INDEXED / oneOf();
        int telling = 0;
        for (int table = 0; table < tables.size(); table++) {
            Random random = new Random(seed + table);
            List<Row> rows = kept(new RandomRows(random).rows(tables.get(table)));
            ProfileSource source = write(workspace, "i" + table, rows);
            RandomRules rules = new RandomRules(random, RandomRows.MODEL);
            TagCatalog tags = TestTags.catalog(rules.tags(40));
            try (OpenSources databases = open(workspace)) {
                AudienceIndexes indexes = indexes(source, databases);
                MembershipIndex index =
                        indexes.index(source.name(), tags, done -> {}, new CancelSignal());
                SourceAudienceReader reader = reader(source, databases);
                List<String> people = new ArrayList<>();
                reader.keys(
                        new AudienceQuery(new AllOf(List.of()), tags),
                        people::add,
                        new CancelSignal());
                LiveWhatIfs live = new LiveWhatIfs(reader, tags, new TreeSet<>(index.tags()));
                List<TagKey> keys = List.copyOf(index.tags());
                assertThat(keys).hasSizeGreaterThan(20);
                for (int i = 0; i < indexed / tables.size(); i++) {
                    AudienceExpression expression = rules.expression(keys, random.nextInt(1, 5));
                    long direct = count(reader, expression, tags);
                    assertThat(index.count(expression))
                            .as("seed %d, table %d, %s", seed, table, expression)
                            .isEqualTo(direct);
                    assertThat(
                                    WhatIfs.begin(index, new AllOf(List.of(expression)), List.of())
                                            .now())
                            .isEqualTo(direct);
                    telling += direct > 0 && direct < rows.size() ? 1 : 0;
                    if (i % LIVE == 0) {
                        assertThat(count(reader.atAGlance(), expression, tags))
                                .as("at a glance, seed %d, table %d, %s", seed, table, expression)
                                .isEqualTo(direct);
                        AllOf root = new AllOf(List.of(expression, rules.expression(keys, 2)));
                        assertLiveIsIndexed(index, live, root, groupIn(root, random));
                        String key = people.get(random.nextInt(people.size()));
                        Explanation known =
                                Explanation.of(
                                        index,
                                        root,
                                        indexes.ordinal(index, key, new CancelSignal())
                                                .orElseThrow());
                        Carried carried =
                                reader.carried(
                                                key,
                                                Expressions.leavesIn(root),
                                                tags,
                                                new CancelSignal())
                                        .orElseThrow();
                        assertThat(
                                        Explanation.of(
                                                carried.snapshot(),
                                                root,
                                                carried.leaves()::contains))
                                .as("%s explained, seed %d, %s", key, seed, root)
                                .usingRecursiveComparison()
                                .ignoringFields("snapshot")
                                .isEqualTo(known);
                    }
                }
            }
        }
        assertThat(telling).isGreaterThan(indexed / 4);
    }

    @Test
    final void indexLiveAndSingleCountsAgreeInEveryState() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        try (OpenSources databases = open(workspace)) {
            IndexStates states = states(SMALL_CROWD, seed, seed, databases);
            int each = INDEXED / oneOf() / STATES;
            states.walk(each, each);
            System.out.println(getClass().getSimpleName() + ": " + states);
            assertThat(states.asked()).isEqualTo(each * STATES);
            assertThat(states.telling()).isGreaterThan(states.compared() / 4);
        }
    }

    @Test
    void theyAgreeInEveryOrderAndAfterProgramsWereKilled() throws Exception {
        assertAllAgreeAfterKills();
    }

    /** Of people of whom there are so many that they stand in an order of their own. */
    final void assertAllAgreeAfterKills() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        Map<String, Integer> kills = new TreeMap<>();
        try (OpenSources databases = open(workspace)) {
            IndexStates states = states(CROWD, WORLD, seed, databases);
            Map<IndexStep, Path> befores = states.walk(INDEXED / STATES, INDEXED / 2_500);
            for (int kill = 0; kill < KILLS; kill++) {
                for (IndexStep step : IndexStep.values()) {
                    boolean damaged = kill % 2 == 1;
                    int asked = kill % 5 == 4 ? 1 : 0;
                    String left = states.kill(step, befores.get(step), user(), damaged, 20, asked);
                    kills.merge(left + (damaged ? " and damaged" : ""), 1, Integer::sum);
                }
            }
            System.out.println(getClass().getSimpleName() + ": " + states + "; killed " + kills);
        }
    }

    private IndexStates states(int people, long world, long seed, OpenSources databases)
            throws Exception {
        System.out.println("states of an index: -Dmarquetry.seed=" + seed);
        List<Crowd> crowds = new ArrayList<>();
        List<ProfileSource> sources = new ArrayList<>();
        for (int state = 0; state < 2; state++) {
            crowds.add(Crowd.of(people + state, new Random(world + state), this::kept));
            String name = "crowd" + people + state;
            sources.add(
                    IndexStates.named("crowd", write(workspace, name, crowds.get(state).rows())));
        }
        return new IndexStates(workspace, databases, world, seed, sources, crowds);
    }

    /** What tags would do, how it comes about and what rows cost: by one query as by the index. */
    private static void assertLiveIsIndexed(
            MembershipIndex index, LiveWhatIfs live, AllOf root, List<Integer> group) {
        WhatIfs expected = WhatIfs.of(index, root, group);
        List<TagKey> inSight = List.copyOf(index.tags()).subList(5, 12);
        WhatIfs first = live.count(root, group, inSight, new CancelSignal());
        assertThat(first.added()).containsOnlyKeys(inSight);
        assertThat(first.isWhole()).isFalse();
        WhatIfs found = first.whole(new CancelSignal());
        assertThat(found.isWhole()).isTrue();
        assertThat(found.now()).as("%s", root).isEqualTo(expected.now());
        assertThat(found.profiles()).isEqualTo(expected.profiles());
        assertThat(found.steps()).as("steps of %s", root).isEqualTo(expected.steps());
        assertThat(found.costs()).as("costs of %s", root).isEqualTo(expected.costs());
        assertThat(found.removed()).isEqualTo(expected.removed());
        assertThat(found.added()).as("%s into %s", root, group).isEqualTo(expected.added());
        assertThat(found.excluded()).as("%s without", root).isEqualTo(expected.excluded());
    }

    private static List<Integer> groupIn(AllOf root, Random random) {
        List<Integer> path = new ArrayList<>();
        Group at = root;
        while (random.nextInt(3) > 0) {
            List<AudienceExpression> members = at.members();
            List<Integer> groups =
                    IntStream.range(0, members.size())
                            .filter(i -> members.get(i) instanceof Group)
                            .boxed()
                            .toList();
            if (groups.isEmpty()) {
                break;
            }
            path.add(groups.get(random.nextInt(groups.size())));
            at = (Group) members.get(path.getLast());
        }
        return path;
    }

    @Test
    final void listsOfTheMostValuesCountAsPlainJavaDoes() throws Exception {
        List<Row> rows = kept(new RandomRows(new Random(11)).rows(300));
        ProfileSource source = write(workspace, "lists", rows);
        List<LongLists.Listed> lists = LongLists.rules();
        List<TagKey> keys = new ArrayList<>();
        Map<TagKey, TagRule> named = new LinkedHashMap<>();
        for (LongLists.Listed list : lists) {
            keys.add(TagKey.parse("user_list_n" + keys.size()));
            named.put(keys.getLast(), list.rule());
        }
        PlainEvaluator plain = new PlainEvaluator(rows, Map.of(), RandomRows.TODAY);
        TagCatalog tags = TestTags.catalog(named);
        try (OpenSources databases = open(workspace)) {
            AudienceReader reader = reader(source, databases);
            MembershipIndex index =
                    indexes(source, databases)
                            .index(source.name(), tags, done -> {}, new CancelSignal());
            for (int i = 0; i < lists.size(); i++) {
                LongLists.Listed list = lists.get(i);
                long expected = plain.count(list.telling());
                assertThat(expected).as("%s tells", list.telling()).isBetween(1L, 299L);
                assertThat(count(reader, list.rule(), tags))
                        .as("%s and many more", list.telling())
                        .isEqualTo(expected);
                assertThat(index.count(new AudienceExpression.TagRef(keys.get(i))))
                        .as("index of %s and many more", list.telling())
                        .isEqualTo(expected);
            }
            for (String field : List.of("born", "seen")) {
                assertThat(count(reader, LongLists.daysOfNobody(field), tags)).as(field).isZero();
            }
        }
    }

    @Test
    final void barsOfEachAttributeAddUpToTheAudience() throws Exception {
        List<Row> rows = kept(new RandomRows(new Random(7)).rows(200));
        ProfileSource source = write(workspace, "bars", rows);
        AudienceQuery all = new AudienceQuery(new AllOf(List.of()), NO_TAGS);
        try (OpenSources databases = open(workspace)) {
            AudienceReader reader = reader(source, databases);
            for (Attribute attribute : source.model().attributes()) {
                Breakdown breakdown = reader.breakDown(all, attribute.name(), new CancelSignal());
                assertThat(breakdown.bars().stream().mapToLong(Breakdown.Bar::count).sum())
                        .as(attribute.name())
                        .isEqualTo(rows.size());
            }
        }
    }

    @Test
    final void cancelledCountStopsSoonAndTheDatabaseAnswersAgain() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new Row(Map.of("city", "aabab".repeat(8) + i), Map.of()));
        }
        ProfileSource source = write(workspace, "slow", rows);
        try (OpenSources databases = open(workspace)) {
            AudienceReader reader = reader(source, databases);
            assertThat(count(reader, new TagRule.Missing("city"), NO_TAGS)).isZero();
            CancelSignal signal = new CancelSignal();
            long[] cancelled = new long[1];
            Thread canceller =
                    new Thread(
                            () -> {
                                cancelled[0] = System.nanoTime();
                                signal.cancel();
                            });
            assertThatThrownBy(
                            () -> {
                                canceller.start();
                                reader.count(SLOW, NO_TAGS, signal);
                            })
                    .isInstanceOf(CancelSignal.Cancelled.class);
            Duration took = Duration.ofNanos(System.nanoTime() - cancelled[0]);
            assertThat(took).isLessThan(Duration.ofSeconds(2));
            assertThat(count(reader, new TagRule.Missing("city"), NO_TAGS)).isZero();
        }
    }

    @Test
    final void keysOfManyPeopleAreReadInLittleMemory() throws Exception {
        int many = WHOLE ? MANY : MANY / oneOf();
        ProfileSource source = people(workspace, "many", many);
        try (OpenSources databases = open(workspace)) {
            AudienceQuery all = new AudienceQuery(new AllOf(List.of()), NO_TAGS);
            UsedMemory audience = new UsedMemory(many / LOOKS);
            new SourceAudienceReader(source, databases, () -> RandomRows.TODAY)
                    .keys(all, key -> audience.one(), new CancelSignal());
            UsedMemory everybody = new UsedMemory(many / LOOKS);
            new SourceMembershipReader(source, databases, RandomRows.TODAY)
                    .keys(key -> everybody.one(), new CancelSignal());
            System.out.println(
                    getClass().getSimpleName()
                            + ": "
                            + many
                            + " keys of an audience, heap "
                            + (audience.most() >> 20)
                            + " MB more; of everybody "
                            + (everybody.most() >> 20)
                            + " MB");
            assertThat(audience.count()).isEqualTo(many);
            assertThat(everybody.count()).isEqualTo(many);
            assertThat(audience.most()).isLessThan(Math.max(MEMORY, cache()));
            assertThat(everybody.most()).isLessThan(Math.max(MEMORY, cache()));
        }
    }

    /** Somebody who is named comes as among everybody: the same ordinal, the same values. */
    @Test
    final void whoIsNamedComesAsAmongEverybody() throws Exception {
        ProfileSource source =
                write(workspace, "named", kept(new RandomRows(new Random(9)).rows(90)));
        List<String> attributes =
                source.model().attributes().stream().map(Attribute::name).toList();
        try (OpenSources databases = open(workspace)) {
            SourceMembershipReader reader =
                    new SourceMembershipReader(source, databases, RandomRows.TODAY);
            List<String> all = new ArrayList<>();
            Set<String> keys = new HashSet<>(Set.of("nobody's key"));
            List<String> wanted = new ArrayList<>();
            reader.people(
                    attributes,
                    (key, values) -> {
                        String line = all.size() + " " + key + " " + Arrays.toString(values);
                        if (all.size() % 7 == 3) {
                            keys.add(key);
                            wanted.add(line);
                        }
                        all.add(line);
                    },
                    new CancelSignal());
            List<String> found = new ArrayList<>();
            reader.named(
                    keys,
                    attributes,
                    (ordinal, key, values) ->
                            found.add(ordinal + " " + key + " " + Arrays.toString(values)),
                    new CancelSignal());
            assertThat(found).hasSize(13).isEqualTo(wanted);
        }
    }

    @Test
    final void numbersOfOneStateSayThatTheyAre() throws Exception {
        ProfileSource source =
                write(workspace, "state", kept(new RandomRows(new Random(9)).rows(70)));
        try (OpenSources databases = open(workspace)) {
            MembershipIndex index =
                    indexes(source, databases)
                            .index(source.name(), NO_TAGS, done -> {}, new CancelSignal());
            AudienceSize live =
                    reader(source, databases)
                            .count(
                                    new AudienceQuery(new AllOf(List.of()), NO_TAGS),
                                    new CancelSignal());
            assertThat(live.snapshot().fingerprint()).isEqualTo(index.snapshot().fingerprint());
            assertThat(live.profiles()).isEqualTo(index.profiles()).isEqualTo(70);
        }
    }

    /** Returns the indexes over a source alone. */
    protected final AudienceIndexes indexes(ProfileSource source, OpenSources databases) {
        return new AudienceIndexes(
                workspace, name -> new SourceMembershipReader(source, databases, RandomRows.TODAY));
    }

    /** Returns who counts in a source. */
    protected static SourceAudienceReader reader(ProfileSource source, OpenSources databases) {
        return new SourceAudienceReader(source, databases, () -> RandomRows.TODAY);
    }

    /** Counts who satisfies a rule. */
    protected static long count(AudienceReader reader, TagRule rule, TagCatalog catalog) {
        return reader.count(rule, catalog, new CancelSignal()).audience();
    }

    private static long count(
            AudienceReader reader, AudienceExpression expression, TagCatalog catalog) {
        return reader.count(new AudienceQuery(expression, catalog), new CancelSignal()).audience();
    }
}
