package io.marquetry.ui;

import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagRepository;
import io.marquetry.workspace.OpenWorkspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages and sources in memory, for screens that need nothing else. */
public final class MemoryWorkspace implements OpenWorkspace {

    private final Path folder;
    private final Map<PackageKey, PackageDraft> drafts = new LinkedHashMap<>();
    private final Map<SourceName, ProfileSource> known = new LinkedHashMap<>();

    private final PackageRepository packages = new Packages();
    private final SourceRepository sources = new Sources();

    public MemoryWorkspace(Path folder) {
        this.folder = folder;
    }

    public static ProfileSource source(String name, long profiles) {
        return new ProfileSource(
                new SourceName(name),
                name + ".csv",
                "sources/" + name,
                "0",
                "0",
                Instant.parse("2026-11-23T10:42:00Z"),
                Optional.empty(),
                profiles,
                new ProfileModel("P", "ID", "KEY", List.of(), List.of()));
    }

    public static PackageDraft draft(String key, String english, String chinese) {
        return PackageDraft.of(
                AssetPackage.empty(
                        new PackageKey(key),
                        LocalizedText.of(english, chinese),
                        new SourceName("retail")));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public TagRepository tags() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AssetRepository assets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PackageRepository packages() {
        return packages;
    }

    @Override
    public SourceRepository sources() {
        return sources;
    }

    @Override
    public AudienceReaders audiences() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private final class Packages implements PackageRepository {
        @Override
        public List<Summary> list() {
            return drafts.values().stream()
                    .map(d -> new Summary(d.current(), 2, Instant.parse("2026-11-23T10:42:00Z")))
                    .toList();
        }

        @Override
        public Optional<PackageDraft> draft(PackageKey key) {
            return Optional.ofNullable(drafts.get(key));
        }

        @Override
        public void save(PackageDraft draft) {
            drafts.put(draft.current().key(), draft);
        }

        @Override
        public List<PackageVersion> versions(PackageKey key) {
            return List.of();
        }

        @Override
        public void addVersion(PackageVersion version) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Sources implements SourceRepository {
        @Override
        public List<ProfileSource> list() {
            return List.copyOf(known.values());
        }

        @Override
        public Optional<ProfileSource> find(SourceName name) {
            return Optional.ofNullable(known.get(name));
        }

        @Override
        public void add(ProfileSource source) {
            known.put(source.name(), source);
        }

        @Override
        public void remove(SourceName name) {
            known.remove(name);
        }
    }
}
