package io.marquetry.cli.pack.look;

import io.marquetry.audience.Snapshot;
import io.marquetry.compare.ChangeWords;
import io.marquetry.compare.PackageChange;
import io.marquetry.compare.VersionDifferences.Counted;
import io.marquetry.compare.VersionDifferences.VersionDifference;
import io.marquetry.index.question.Changes.Change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What scripts are told of the difference of two versions. */
final class ChangesShown {

    private ChangesShown() {}

    static Map<String, Object> json(VersionDifference told, ChangeWords words, Snapshot snapshot) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asOf", snapshot.asOf().toString());
        tree.put("changes", told.changes().stream().map(one -> json(one, words)).toList());
        tree.put("together", told.together().map(ChangesShown::json).orElse(null));
        return tree;
    }

    private static Map<String, Object> json(Counted one, ChangeWords words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("change", kind(one.change()));
        tree.put("words", words.of(one.change()));
        putPeople(tree, one.people());
        return tree;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putPeople(tree, Optional.of(change));
        return tree;
    }

    private static void putPeople(Map<String, Object> tree, Optional<Change> people) {
        people.ifPresent(
                change -> {
                    tree.put("gained", change.gained());
                    tree.put("lost", change.lost());
                    tree.put("audience", change.after());
                });
    }

    private static String kind(PackageChange change) {
        return switch (change) {
            case PackageChange.Renamed _ -> "renamed";
            case PackageChange.SourceChanged _ -> "sourceChanged";
            case PackageChange.CameIn _ -> "cameIn";
            case PackageChange.Went _ -> "went";
            case PackageChange.Moved _ -> "moved";
            case PackageChange.Joined _ -> "joined";
            case PackageChange.RuleChanged _ -> "ruleChanged";
            case PackageChange.PutIn _ -> "putIn";
            case PackageChange.TakenOut _ -> "takenOut";
            case PackageChange.Reordered _ -> "reordered";
            case PackageChange.AssetChanged _ -> "assetChanged";
        };
    }
}
