package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.index.file.IndexFolder;
import io.marquetry.index.file.SetKeys;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Makes the index of all audience tags: from disk what is there, the rest from the source. */
final class IndexBuild {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuild.class);

    /** Memory that the answers of one question to the source may take. */
    private static final long BATCH_BYTES = 256L << 20;

    private final IndexFolder folder;
    private final MembershipReader reader;
    private final TagCatalog tags;
    private final DoubleConsumer progress;
    private final CancelSignal signal;

    private final Map<TagKey, Problem> misfits = new HashMap<>();
    private final Map<String, ProfileSet> sets = new HashMap<>();
    private boolean onDisk = true;

    IndexBuild(
            IndexFolder folder,
            MembershipReader reader,
            TagCatalog tags,
            DoubleConsumer progress,
            CancelSignal signal) {
        this.folder = folder;
        this.reader = reader;
        this.tags = tags;
        this.progress = progress;
        this.signal = signal;
    }

    /** Makes the index of the source as it is now. */
    MembershipIndex ofNow() {
        return reader.together(this::of, signal);
    }

    /**
     * Makes the index of one state of the source.
     *
     * @param asked shows that state, until this returns
     */
    private MembershipIndex of(MembershipReader asked) {
        Snapshot snapshot = asked.snapshot();
        long profiles = asked.profiles();
        Content content = new Content(snapshot, profiles, folder.order(snapshot, profiles));
        Map<TagKey, String> keys = keys(snapshot);
        find(keys, content);
        List<TagKey> missing = missing(keys);
        // Who has which ordinal is kept where the source cannot be asked for that later.
        boolean peopleToo = !asked.hasOrdinals() && folder.people(snapshot, profiles).isEmpty();
        ask(missing, keys, content, asked, peopleToo);
        if (!missing.isEmpty()) {
            content = inGoodOrder(content);
        }
        folder.prune(content, new HashSet<>(keys.values()));
        return index(keys, content);
    }

    /**
     * Makes an index of the same state of the source and in the same order as another one, as far
     * as its sets are known: a tag that would have to be asked of a source that has changed since
     * has no number.
     */
    MembershipIndex like(MembershipIndex earlier) {
        Content content = earlier.content();
        Map<TagKey, String> keys = keys(content.snapshot());
        find(keys, content);
        List<TagKey> missing = missing(keys);
        if (!missing.isEmpty()) {
            askIfUnchanged(missing, keys, content);
        }
        for (TagKey tag : missing) {
            if (!sets.containsKey(keys.get(tag))) {
                misfits.put(tag, Problem.of("problem.index.stale", tag.value()));
                keys.remove(tag);
            }
        }
        return index(keys, content);
    }

    /** Asks for those that the source still has the same answer for; it may not answer at all. */
    private void askIfUnchanged(List<TagKey> missing, Map<TagKey, String> keys, Content content) {
        boolean[] answers = new boolean[1];
        try {
            reader.together(
                    asked -> {
                        Snapshot now = asked.snapshot();
                        answers[0] = true;
                        List<TagKey> unchanged =
                                missing.stream()
                                        .filter(tag -> isSame(tag, now, content.snapshot()))
                                        .toList();
                        ask(unchanged, keys, content, asked, false);
                        return unchanged;
                    },
                    signal);
        } catch (ProblemException e) {
            if (answers[0]) {
                throw e;
            }
        }
    }

    /** Puts the profiles into another order where theirs is not good enough any more. */
    private Content inGoodOrder(Content content) {
        if (!onDisk || !Renewal.isDue(content, sets)) {
            return content;
        }
        Optional<Renewal.Renewed> renewed = Renewal.of(content, sets, folder, signal);
        renewed.ifPresent(now -> sets.putAll(now.sets()));
        return renewed.map(Renewal.Renewed::content).orElse(content);
    }

    private boolean isSame(TagKey tag, Snapshot now, Snapshot earlier) {
        return now.fingerprint().equals(earlier.fingerprint())
                && (now.today().equals(earlier.today()) || !SetKeys.isRelative(tags, tag));
    }

    private Map<TagKey, String> keys(Snapshot snapshot) {
        Map<TagKey, String> keys = new LinkedHashMap<>();
        for (Tag tag : tags.tags()) {
            if (tag.category() == Category.AUDIENCE) {
                Misfit.of(tag, reader, tags)
                        .ifPresentOrElse(
                                why -> misfits.put(tag.key(), why),
                                () -> keys.put(tag.key(), SetKeys.of(snapshot, tags, tag.key())));
            }
        }
        return keys;
    }

    /** Maps what is on disk; checking the sums is the work, so all cores share it. */
    private void find(Map<TagKey, String> keys, Content content) {
        signal.check();
        keys.values().stream().distinct().toList().parallelStream()
                .map(key -> new Found(key, folder.find(key, content)))
                .toList()
                .forEach(found -> found.set().ifPresent(set -> sets.put(found.key(), set)));
    }

    private List<TagKey> missing(Map<TagKey, String> keys) {
        Map<String, TagKey> once = new LinkedHashMap<>();
        keys.forEach(
                (tag, key) -> {
                    if (!sets.containsKey(key)) {
                        once.putIfAbsent(key, tag);
                    }
                });
        return List.copyOf(once.values());
    }

    private void ask(
            List<TagKey> missing,
            Map<TagKey, String> keys,
            Content content,
            MembershipReader asked,
            boolean peopleToo) {
        long profiles = content.profiles();
        int most = (int) Math.max(1, BATCH_BYTES / Math.max(1, Words.length(profiles) * 8L));
        int all = missing.size();
        for (int from = 0; from < all; from += most) {
            signal.check();
            List<TagKey> batch = missing.subList(from, Math.min(all, from + most));
            List<TagRule> rules = batch.stream().map(tags::rule).toList();
            int begun = from;
            LongConsumer read =
                    done -> progress.accept((begun + batch.size() * share(done, profiles)) / all);
            List<long[]> answers =
                    peopleToo && from == 0
                            ? withPeople(asked, rules, content, read)
                            : asked.memberships(rules, tags, read, signal);
            if (!asked.snapshot().fingerprint().equals(content.snapshot().fingerprint())) {
                throw Problem.of("problem.index.changed").asException();
            }
            keep(batch, answers, keys, content);
        }
        if (peopleToo && missing.isEmpty()) {
            withPeople(asked, List.of(), content, read -> {});
        }
        progress.accept(1);
    }

    /** Asks, and keeps the keys that come with the answers. */
    private List<long[]> withPeople(
            MembershipReader asked, List<TagRule> rules, Content content, LongConsumer read) {
        List<long[]> answers = new ArrayList<>();
        boolean kept =
                folder.keepPeople(
                        content.snapshot(),
                        content.profiles(),
                        each -> answers.addAll(asked.memberships(rules, tags, read, each, signal)));
        onDisk &= kept;
        // A full disk ends the keys, and with them the answers.
        return answers.isEmpty() ? asked.memberships(rules, tags, read, signal) : answers;
    }

    private void keep(
            List<TagKey> batch, List<long[]> answers, Map<TagKey, String> keys, Content content) {
        // Packing, writing and reading back is the work, so all cores share it.
        List<IndexFolder.Kept> kept =
                IntStream.range(0, batch.size())
                        .parallel()
                        .mapToObj(
                                i -> {
                                    signal.check();
                                    return folder.keep(
                                            Objects.requireNonNull(keys.get(batch.get(i))),
                                            content,
                                            content.order().placed(answers.get(i)));
                                })
                        .toList();
        for (int i = 0; i < batch.size(); i++) {
            sets.put(Objects.requireNonNull(keys.get(batch.get(i))), kept.get(i).set());
            onDisk &= kept.get(i).onDisk();
        }
    }

    private MembershipIndex index(Map<TagKey, String> keys, Content content) {
        if (!onDisk) {
            LOG.warn(
                    "The index of {} could not be kept on disk",
                    content.snapshot().source().value());
        }
        Map<TagKey, ProfileSet> byTag = new HashMap<>();
        keys.forEach((tag, key) -> byTag.put(tag, Objects.requireNonNull(sets.get(key))));
        return new MembershipIndex(
                content, byTag, misfits, onDisk, new ConditionSets(folder, reader, content));
    }

    private static double share(long read, long profiles) {
        return profiles == 0 ? 1 : Math.min(1, (double) read / profiles);
    }

    private record Found(String key, Optional<ProfileSet> set) {}
}
