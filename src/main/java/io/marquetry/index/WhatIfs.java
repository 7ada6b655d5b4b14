package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Snapshot;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The audience that each tag would make, exact for the snapshot.
 *
 * @param now profiles in the audience as it is
 * @param added for each tag that is not in the group: profiles if it were added
 * @param removed for each tag that is in the group: profiles if it were taken out
 * @param steps how the audience shrinks, row by row
 */
public record WhatIfs(
        Snapshot snapshot,
        long now,
        Map<TagKey, Long> added,
        Map<TagKey, Long> removed,
        List<Waterfall.Step> steps) {

    /** Copies the counts. */
    public WhatIfs {
        added = Collections.unmodifiableMap(new TreeMap<>(added));
        removed = Collections.unmodifiableMap(new TreeMap<>(removed));
        steps = List.copyOf(steps);
    }

    /**
     * Counts for every indexed tag.
     *
     * @param root the outermost group of the audience
     * @param path where the group in focus is: indices from the outermost group downward
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static WhatIfs of(MembershipIndex index, AllOf root, List<Integer> path) {
        WhatIf whatIf = WhatIf.into(index, root, path);
        Map<TagKey, Long> removed = new TreeMap<>();
        List<AudienceExpression> members = group(root, path).members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) instanceof TagRef ref) {
                List<Integer> place = new ArrayList<>(path);
                place.add(i);
                removed.put(ref.tag(), index.count(WhatIf.without(root, place)));
            }
        }
        Map<TagKey, Long> added = new TreeMap<>();
        for (TagKey tag : index.tags()) {
            if (!removed.containsKey(tag)) {
                added.put(tag, whatIf.with(tag));
            }
        }
        return new WhatIfs(
                index.snapshot(), whatIf.now(), added, removed, Waterfall.of(index, root));
    }

    private static Group group(AllOf root, List<Integer> path) {
        Group at = root;
        for (int step : path) {
            at = (Group) at.members().get(step);
        }
        return at;
    }
}
