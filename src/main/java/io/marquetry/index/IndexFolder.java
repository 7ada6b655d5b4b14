package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.handoff.CanonicalJson;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * The membership sets of one source on disk, one file each, named by what the set follows from: a
 * new or edited tag, another day or another content of the source asks for another file, so nothing
 * stale can be read. What is missing or damaged is asked of the source again.
 */
public final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private final Path folder;
    private final Map<String, ProfileSet> loaded = new ConcurrentHashMap<>();

    /** Uses a folder, which is made when the first set is written. */
    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the index of all audience tags that fit the source; the others are left out.
     *
     * @param progress is told how many tags are done
     */
    public MembershipIndex index(
            MembershipReader reader, TagCatalog tags, IntConsumer progress, CancelSignal signal) {
        Snapshot snapshot = reader.snapshot();
        Map<TagKey, ProfileSet> sets = new TreeMap<>();
        int done = 0;
        for (Tag tag : tags.tags()) {
            if (tag.category() == Category.AUDIENCE) {
                signal.check();
                set(reader, tags, tag, snapshot, signal).ifPresent(set -> sets.put(tag.key(), set));
            }
            progress.accept(++done);
        }
        return new MembershipIndex(snapshot, reader.profiles(), sets);
    }

    private Optional<ProfileSet> set(
            MembershipReader reader,
            TagCatalog tags,
            Tag tag,
            Snapshot snapshot,
            CancelSignal signal) {
        String key;
        try {
            key = key(snapshot, tags, tag.key());
        } catch (ProblemException e) {
            return Optional.empty();
        }
        ProfileSet known = loaded.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Path file = folder.resolve(key + ".set");
        Optional<ProfileSet> stored = SetFile.read(file, key, reader.profiles());
        if (stored.isPresent()) {
            loaded.put(key, stored.get());
            return stored;
        }
        TagRule rule = tags.rule(tag.key());
        if (reader.misfit(rule, tags).isPresent()) {
            return Optional.empty();
        }
        long[] words = reader.memberships(List.of(rule), tags, done -> {}, signal).getFirst();
        ProfileSet set = ProfileSet.of(words);
        loaded.put(key, set);
        keep(file, key, reader.profiles(), set);
        return Optional.of(set);
    }

    private static void keep(Path file, String key, long profiles, ProfileSet set) {
        try {
            SetFile.write(file, key, profiles, set);
        } catch (IOException e) {
            // The set in memory is right all the same; only the next start has to ask again.
            LOG.warn("Could not keep a membership set: {}", e.getClass().getSimpleName());
        }
    }

    /** Returns the hash of all that a tag's set follows from. */
    static String key(Snapshot snapshot, TagCatalog tags, TagKey tag) {
        StringBuilder text = new StringBuilder(snapshot.fingerprint()).append('\n');
        boolean relative = false;
        for (Tag part : tags.closure(List.of(tag))) {
            TagRule rule = tags.rule(part.key());
            relative |= isRelative(rule);
            text.append(part.key()).append(' ');
            text.append(CanonicalJson.write(TagRuleJson.write(rule))).append('\n');
        }
        return Sha256.of(text.append(relative ? snapshot.today() : "always").toString());
    }

    private static boolean isRelative(TagRule rule) {
        boolean[] found = new boolean[1];
        TagRules.walk(
                rule,
                part -> {
                    switch (part) {
                        case TagRule.Compare c -> found[0] |= c.value() instanceof Value.Ago;
                        case TagRule.Between b ->
                                found[0] |=
                                        b.low() instanceof Value.Ago
                                                || b.high() instanceof Value.Ago;
                        case TagRule.InList l ->
                                found[0] |=
                                        l.values().stream().anyMatch(Value.Ago.class::isInstance);
                        case TagRule.Events e ->
                                found[0] |=
                                        e.value() instanceof Value.Ago
                                                || e.window() instanceof Window.Last;
                        case TagRule.Match m -> {}
                        case TagRule.Missing m -> {}
                        case TagRule.HasTag h -> {}
                        case TagRule.All a -> {}
                        case TagRule.Any a -> {}
                        case TagRule.Not n -> {}
                    }
                });
        return found[0];
    }
}
