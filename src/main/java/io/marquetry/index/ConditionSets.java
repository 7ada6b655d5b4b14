package io.marquetry.index;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.index.file.IndexFolder;
import io.marquetry.index.file.SetKeys;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sets of conditions that are no tags, of one state of one source: from memory, from disk, or
 * asked of the source when somebody first counts with them.
 */
final class ConditionSets implements MembershipIndex.Conditions {

    /** Conditions name no tags. */
    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());

    private final IndexFolder folder;
    private final MembershipReader reader;
    private final Content content;
    private final Map<TagRule.OnField, ProfileSet> known = new ConcurrentHashMap<>();

    ConditionSets(IndexFolder folder, MembershipReader reader, Content content) {
        this.folder = folder;
        this.reader = reader;
        this.content = content;
    }

    @Override
    public ProfileSet set(TagRule.OnField rule) {
        ProfileSet found = known.get(rule);
        // Two threads may ask for the same: they get the same answer, and neither waits.
        return found == null ? find(rule) : found;
    }

    private ProfileSet find(TagRule.OnField rule) {
        String key = SetKeys.of(content.snapshot(), rule);
        ProfileSet set = folder.use(key, content).orElseGet(() -> ask(rule, key));
        known.put(rule, set);
        return set;
    }

    private ProfileSet ask(TagRule.OnField rule, String key) {
        reader.misfit(rule, NO_TAGS)
                .ifPresent(
                        why -> {
                            throw why.asException();
                        });
        refuseOther(rule);
        long[] words =
                reader.memberships(List.of(rule), NO_TAGS, read -> {}, new CancelSignal())
                        .getFirst();
        refuseOther(rule);
        return folder.keep(key, content, content.order().placed(words)).set();
    }

    /** The source may have changed since the numbers that these are shown beside. */
    private void refuseOther(TagRule.OnField rule) {
        Snapshot now = reader.snapshot();
        Snapshot snapshot = content.snapshot();
        boolean same =
                now.fingerprint().equals(snapshot.fingerprint())
                        && (now.today().equals(snapshot.today()) || !SetKeys.isRelative(rule));
        if (!same) {
            throw stale(rule);
        }
    }

    private static ProblemException stale(TagRule.OnField rule) {
        return Problem.of("problem.index.stale", ExpressionText.write(new Condition(rule)))
                .asException();
    }
}
