package io.marquetry.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is counted of a crowd in each state that an index can be in, and after programs were killed
 * on the way from one to the next: index, push-down and single count against plain Java.
 */
final class IndexStates {

    /** Two blocks of people: an order is looked for from so many on. */
    private static final int ORDERED = 65_536;

    /** Of how many that a source is asked for, all is asked of it in one query. */
    private static final int LIVE = 4;

    private final Path workspace;
    private final OpenSources databases;
    private final long world;
    private final long seed;
    private final Random random;
    private final List<ProfileSource> sources;
    private final List<Crowd> crowds;

    /** In which state the source is. */
    private int now;

    private int compared;
    private int asked;
    private int live;
    private int telling;

    /**
     * Begins with the two states of a source.
     *
     * @param world what tags follow from
     * @param seed what is asked follows from
     * @param sources as it is before and after its refresh
     * @param crowds who is in it then
     */
    IndexStates(
            Path workspace,
            OpenSources databases,
            long world,
            long seed,
            List<ProfileSource> sources,
            List<Crowd> crowds) {
        this.workspace = workspace;
        this.databases = databases;
        this.world = world;
        this.seed = seed;
        this.random = new Random(seed);
        this.sources = sources;
        this.crowds = crowds;
    }

    /** Returns a source by another name: what it is called is where its index lies. */
    static ProfileSource named(String name, ProfileSource source) {
        return new ProfileSource(
                new SourceName(name),
                source.title(),
                source.place(),
                source.fingerprint(),
                source.asOf(),
                source.fixedToday(),
                source.profiles(),
                source.model());
    }

    /** Returns how many expressions were counted in an index. */
    int compared() {
        return compared;
    }

    /** Returns of how many the source itself was asked, too. */
    int asked() {
        return asked;
    }

    /** Returns how many of them select some and leave some. */
    int telling() {
        return telling;
    }

    @Override
    public String toString() {
        return compared
                + " expressions, "
                + telling
                + " of them tell, "
                + asked
                + " counted singly, "
                + live
                + " live";
    }

    /**
     * Goes through all states, and counts in each.
     *
     * @param each expressions in each state
     * @param pushed of how many of them the source is asked, too
     * @return the folder as it was before each step
     */
    Map<IndexStep, Path> walk(int each, int pushed) throws IOException {
        Map<IndexStep, Path> befores = new TreeMap<>();
        Path folder = Files.createDirectory(workspace.resolve("walk" + crowds.getFirst().size()));
        boolean ordered = crowds.getFirst().size() > ORDERED;
        now = 0;
        AudienceIndexes indexes = indexes(folder);
        Map<TagKey, TagRule> rules = IndexStep.rulesAtFirst(world);
        MembershipIndex index = index(indexes, IndexStep.REFRESH.before(world));
        check(index, 0, rules, each, pushed);
        String order = index.content().order().id();
        assertThat(index.content().order().isAsInSource()).isEqualTo(!ordered);
        for (IndexStep step : IndexStep.values()) {
            if (ordered) {
                befores.put(step, copy(folder, workspace.resolve("before-" + step)));
            }
            rules = step.rulesAfter(world);
            now = 1;
            index =
                    switch (step) {
                        case REFRESH ->
                                indexes.refresh(
                                        sources.getFirst().name(),
                                        step.after(world),
                                        done -> {},
                                        new CancelSignal());
                        case TAG -> index(indexes, step.after(world));
                        case ORDER -> index(indexes(folder), step.after(world));
                    };
            assertThat(index.content().order().id().equals(order))
                    .as("the same order after %s", step)
                    .isEqualTo(!ordered || step == IndexStep.TAG);
            order = index.content().order().id();
            check(index, 1, rules, each, pushed);
        }
        return befores;
    }

    /**
     * Kills a program on its way, and counts in what the next one finds.
     *
     * @param before what the index is like when it begins
     * @param user who signs in to a server
     * @param damaged whether a file is damaged besides
     * @return what the program left
     */
    String kill(IndexStep step, Path before, String user, boolean damaged, int each, int pushed)
            throws Exception {
        Path folder = copy(before, workspace.resolve("killed"));
        ProfileSource from = sources.get(step == IndexStep.REFRESH ? 0 : 1);
        KilledIndexer.prepare(folder, workspace, user, world, step, from, sources.get(1));
        Set<String> old = new HashSet<>(files(folder));
        now = 1;
        ChildJvm child = ChildJvm.start(KilledIndexer.class, "", folder);
        assertThat(child.line()).isEqualTo("begins");
        int last = random.nextInt(step.files(world) + 1);
        Set<String> made = new HashSet<>();
        while (made.size() < last && child.isAlive() && !KilledIndexer.isDone(folder)) {
            made.addAll(files(folder));
            made.removeAll(old);
        }
        child.killAfter(0);
        String left = left(step, folder, old);
        if (damaged) {
            damage(folder);
        }
        check(index(indexes(folder), step.after(world)), 1, step.rulesAfter(world), each, pushed);
        delete(folder);
        return left;
    }

    private String left(IndexStep step, Path folder, Set<String> old) throws IOException {
        if (KilledIndexer.isDone(folder)) {
            return step + " at its end";
        }
        List<String> made = files(folder).stream().filter(name -> !old.contains(name)).toList();
        long sets = made.stream().filter(name -> name.endsWith(".set")).count();
        boolean half = made.stream().anyMatch(name -> name.endsWith(".tmp"));
        return step
                + (sets == 0 ? " before the first set" : " among its sets")
                + (half ? ", in the middle of a file" : "");
    }

    /** Cuts a file off, or turns one of its bits. */
    private void damage(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(sets(folder))) {
            files = all.filter(file -> !file.toString().endsWith(".tmp")).sorted().toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        } else {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
    }

    private void check(
            MembershipIndex index, int state, Map<TagKey, TagRule> rules, int each, int pushed) {
        Crowd.Plain plain = crowds.get(state).plain(rules);
        assertThat(index.profiles()).isEqualTo(crowds.get(state).size());
        List<TagKey> keys = List.copyOf(index.tags());
        assertThat(keys).hasSize(rules.size());
        for (TagKey tag : keys) {
            assertThat(index.size(tag))
                    .as("seed %d, %s", seed, tag)
                    .isEqualTo(plain.count(new TagRef(tag)));
        }
        RandomRules expressions = new RandomRules(random, RandomRows.MODEL);
        for (int i = 0; i < each; i++) {
            AudienceExpression expression =
                    ofTags(expressions.expression(keys, random.nextInt(1, 5)), keys);
            TagKey tag = keys.get(random.nextInt(keys.size()));
            AllOf root = new AllOf(List.of(expression));
            long expected = plain.count(expression);
            long with = plain.count(new AllOf(List.of(expression, new TagRef(tag))));
            String where = "seed " + seed + ", " + expression + " and " + tag;
            assertThat(index.count(expression)).as(where).isEqualTo(expected);
            WhatIfs indexed = WhatIfs.begin(index, root, List.of()).count(List.of(tag));
            assertThat(indexed.now()).as(where).isEqualTo(expected);
            assertThat(indexed.added()).as(where).containsEntry(tag, with);
            if (i < pushed) {
                ask(state, TestTags.catalog(rules), root, indexed, where, i % LIVE == 0);
            }
            compared++;
            telling += expected > 0 && expected < index.profiles() ? 1 : 0;
        }
    }

    /** Asks the source singly for the size, and for all that the index says. */
    private void ask(
            int state, TagCatalog tags, AllOf root, WhatIfs indexed, String where, boolean all) {
        AudienceReader reader =
                new SourceAudienceReader(sources.get(state), databases, () -> RandomRows.TODAY);
        AudienceQuery single = new AudienceQuery(root, tags);
        assertThat(reader.count(single, new CancelSignal()).audience())
                .as(where)
                .isEqualTo(indexed.now());
        asked++;
        if (!all) {
            return;
        }
        LiveWhatIfs questions = new LiveWhatIfs(reader, tags, keys(tags));
        List<TagKey> wanted = List.copyOf(indexed.added().keySet());
        WhatIfs pushed = questions.count(root, List.of(), wanted, new CancelSignal());
        assertThat(pushed.now()).as(where).isEqualTo(indexed.now());
        assertThat(pushed.profiles()).isEqualTo(indexed.profiles());
        assertThat(pushed.steps()).as(where).isEqualTo(indexed.steps());
        assertThat(pushed.costs()).as(where).isEqualTo(indexed.costs());
        assertThat(pushed.added()).as(where).isEqualTo(indexed.added());
        assertThat(pushed.excluded()).as(where).isEqualTo(indexed.excluded());
        live++;
    }

    private static TreeSet<TagKey> keys(TagCatalog tags) {
        return tags.tags().stream().map(Tag::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A condition beside tags is a set of its own: one in some stays. */
    private AudienceExpression ofTags(AudienceExpression expression, List<TagKey> keys) {
        return switch (expression) {
            case TagRef ref -> ref;
            case Condition condition ->
                    random.nextInt(200) == 0
                            ? condition
                            : new TagRef(keys.get(random.nextInt(keys.size())));
            case Group group ->
                    group.withMembers(
                            group.members().stream().map(one -> ofTags(one, keys)).toList());
        };
    }

    private AudienceIndexes indexes(Path folder) {
        return new AudienceIndexes(
                folder,
                name -> new SourceMembershipReader(sources.get(now), databases, RandomRows.TODAY));
    }

    private MembershipIndex index(AudienceIndexes indexes, TagCatalog tags) {
        return indexes.index(sources.getFirst().name(), tags, done -> {}, new CancelSignal());
    }

    private Path sets(Path folder) {
        return folder.resolve("index").resolve(sources.getFirst().name().value());
    }

    /** Returns the files, each another one once it was written anew under its name. */
    private List<String> files(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(sets(folder))) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                    found.add(now.fileKey() + file.getFileName().toString());
                } catch (NoSuchFileException e) {
                    // Renamed or removed since: the program goes on meanwhile.
                }
            }
        }
        return found;
    }

    private Path copy(Path folder, Path to) throws IOException {
        Files.createDirectories(sets(to));
        try (Stream<Path> files = Files.list(sets(folder))) {
            for (Path file : files.toList()) {
                Files.copy(file, sets(to).resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
