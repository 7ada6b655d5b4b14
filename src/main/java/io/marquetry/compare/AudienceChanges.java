package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.compare.PackageChange.CameIn;
import io.marquetry.compare.PackageChange.Joined;
import io.marquetry.compare.PackageChange.Moved;
import io.marquetry.compare.PackageChange.OfAudience;
import io.marquetry.compare.PackageChange.Went;
import io.marquetry.pack.NodePath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same for audiences. Members that are equal are matched first, as many as can keep their order
 * (longest common subsequence); what is left of groups between them is matched in order and
 * compared inside. Everything else came in or went; what did both has moved.
 */
final class AudienceChanges {

    private final List<CameIn> came = new ArrayList<>();
    private final List<Went> went = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();

    private AudienceChanges() {}

    static List<OfAudience> between(AllOf before, AllOf after) {
        AudienceChanges changes = new AudienceChanges();
        changes.groups(before, after, NodePath.ROOT);
        return changes.all();
    }

    private List<OfAudience> all() {
        List<OfAudience> all = new ArrayList<>(joined);
        List<CameIn> left = new ArrayList<>(came);
        for (Went gone : went) {
            left.stream()
                    .filter(in -> in.node().equals(gone.node()))
                    .findFirst()
                    .ifPresentOrElse(
                            in -> {
                                left.remove(in);
                                all.add(
                                        new Moved(
                                                gone.node(), gone.place(), in.group(), in.index()));
                            },
                            () -> all.add(gone));
        }
        all.addAll(left);
        return List.copyOf(all);
    }

    private void groups(Group before, Group after, NodePath place) {
        if (before.kind() != after.kind()) {
            joined.add(new Joined(place, before.kind(), after.kind()));
        }
        List<AudienceExpression> old = before.members();
        List<AudienceExpression> now = after.members();
        int[][] common = common(old, now);
        List<Integer> oldGap = new ArrayList<>();
        List<Integer> newGap = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean same = i < old.size() && j < now.size() && old.get(i).equals(now.get(j));
            if (same) {
                gap(old, now, oldGap, newGap, place);
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                oldGap.add(i++);
            } else {
                newGap.add(j++);
            }
        }
        gap(old, now, oldGap, newGap, place);
    }

    /** Between two members that stayed: groups are matched in order, the rest came or went. */
    private void gap(
            List<AudienceExpression> old,
            List<AudienceExpression> now,
            List<Integer> oldGap,
            List<Integer> newGap,
            NodePath place) {
        List<Integer> oldGroups = oldGap.stream().filter(i -> old.get(i) instanceof Group).toList();
        List<Integer> newGroups = newGap.stream().filter(j -> now.get(j) instanceof Group).toList();
        int pairs = Math.min(oldGroups.size(), newGroups.size());
        Set<Integer> oldPaired = new HashSet<>(oldGroups.subList(0, pairs));
        Set<Integer> newPaired = new HashSet<>(newGroups.subList(0, pairs));
        for (int pair = 0; pair < pairs; pair++) {
            int i = oldGroups.get(pair);
            groups((Group) old.get(i), (Group) now.get(newGroups.get(pair)), place.child(i));
        }
        for (int i : oldGap) {
            if (!oldPaired.contains(i)) {
                went.add(new Went(old.get(i), place.child(i)));
            }
        }
        for (int j : newGap) {
            if (!newPaired.contains(j)) {
                came.add(new CameIn(now.get(j), place, j));
            }
        }
        oldGap.clear();
        newGap.clear();
    }

    /** Returns how many members from each pair of places on can be matched. */
    private static int[][] common(List<AudienceExpression> old, List<AudienceExpression> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Makes changes, all at once. */
    static AllOf apply(AllOf before, List<OfAudience> changes) {
        Set<NodePath> gone = new HashSet<>();
        Map<NodePath, List<CameIn>> in = new HashMap<>();
        Map<NodePath, GroupKind> kinds = new HashMap<>();
        for (OfAudience change : changes) {
            switch (change) {
                case Went went -> gone.add(went.place());
                case CameIn came ->
                        in.computeIfAbsent(came.group(), k -> new ArrayList<>()).add(came);
                case Moved moved -> {
                    gone.add(moved.place());
                    in.computeIfAbsent(moved.group(), k -> new ArrayList<>())
                            .add(new CameIn(moved.node(), moved.group(), moved.index()));
                }
                case Joined other -> kinds.put(other.group(), other.after());
            }
        }
        return new AllOf(members(before, NodePath.ROOT, gone, in, kinds));
    }

    private static List<AudienceExpression> members(
            Group group,
            NodePath place,
            Set<NodePath> gone,
            Map<NodePath, List<CameIn>> in,
            Map<NodePath, GroupKind> kinds) {
        List<AudienceExpression> now = new ArrayList<>();
        for (int i = 0; i < group.members().size(); i++) {
            NodePath here = place.child(i);
            if (gone.contains(here)) {
                continue;
            }
            AudienceExpression member = group.members().get(i);
            now.add(
                    member instanceof Group inner
                            ? kinds.getOrDefault(here, inner.kind())
                                    .group(members(inner, here, gone, in, kinds))
                            : member);
        }
        in.getOrDefault(place, List.of()).stream()
                .sorted(Comparator.comparingInt(CameIn::index))
                .forEach(came -> now.add(Math.min(came.index(), now.size()), came.node()));
        return now;
    }
}
