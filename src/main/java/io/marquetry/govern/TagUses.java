package io.marquetry.govern;

import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds where all tags are used. Blocks. */
final class TagUses {

    private final TagCares cares;
    private final Packages packages;
    private final Supplier<List<WhereUsed.Sent>> sent;
    private final Supplier<List<WhereUsed.Wanted>> wanted;

    TagUses(
            TagCares cares,
            Packages packages,
            Supplier<List<WhereUsed.Sent>> sent,
            Supplier<List<WhereUsed.Wanted>> wanted) {
        this.cares = cares;
        this.packages = packages;
        this.sent = sent;
        this.wanted = wanted;
    }

    /** Returns where each tag is used; one that is used nowhere is there, too. */
    Map<TagKey, WhereUsed> all() {
        GovernedTags all = cares.tags();
        Map<TagKey, List<AssetPackage>> inPackages = new HashMap<>();
        for (PackageRepository.Summary row : packages.list()) {
            for (TagKey tag : row.pack().tags()) {
                inPackages.computeIfAbsent(all.now(tag), k -> new ArrayList<>()).add(row.pack());
            }
        }
        Map<TagKey, List<PackageVersion>> inVersions = new HashMap<>();
        for (PackageVersion version : allVersions()) {
            for (TagKey tag : packages.said(version).tags()) {
                inVersions.computeIfAbsent(all.now(tag), k -> new ArrayList<>()).add(version);
            }
        }
        Map<TagKey, List<WhereUsed.Sent>> inSent = new HashMap<>();
        List<WhereUsed.Sent> went = sent.get();
        inVersions.forEach(
                (tag, versions) -> {
                    for (WhereUsed.Sent one : went) {
                        if (versions.stream().anyMatch(one::isOf)) {
                            inSent.computeIfAbsent(tag, k -> new ArrayList<>()).add(one);
                        }
                    }
                });
        Map<TagKey, List<WhereUsed.Wanted>> inWanted = new HashMap<>();
        for (WhereUsed.Wanted one : wanted.get()) {
            one.tags().stream()
                    .map(all::now)
                    .distinct()
                    .forEach(tag -> inWanted.computeIfAbsent(tag, k -> new ArrayList<>()).add(one));
        }
        Map<TagKey, List<TagKey>> inRules = new HashMap<>();
        for (GovernedTag tag : all.tags()) {
            for (TagKey needed : tag.tag().rule().map(TagRules::tagsIn).orElse(Set.of())) {
                inRules.computeIfAbsent(needed, k -> new ArrayList<>()).add(tag.key());
            }
        }
        Map<TagKey, WhereUsed> uses = new LinkedHashMap<>();
        for (TagKey key : all.byKey().keySet()) {
            uses.put(
                    key,
                    new WhereUsed(
                            inPackages.getOrDefault(key, List.of()),
                            inVersions.getOrDefault(key, List.of()),
                            inRules.getOrDefault(key, List.of()),
                            inSent.getOrDefault(key, List.of()),
                            inWanted.getOrDefault(key, List.of())));
        }
        return uses;
    }

    private List<PackageVersion> allVersions() {
        List<PackageVersion> all = new ArrayList<>();
        for (PackageRepository.Summary row : packages.list()) {
            if (row.versions() > 0) {
                all.addAll(packages.versions(row.pack().key()));
            }
        }
        return all;
    }
}
