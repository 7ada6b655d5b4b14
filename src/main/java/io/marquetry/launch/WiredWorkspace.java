package io.marquetry.launch;

import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.effect.OutcomeRepository;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.SourceRepository;
import io.marquetry.store.Workspace;
import io.marquetry.tag.TagRepository;
import io.marquetry.workspace.OpenWorkspace;

import java.nio.file.Path;

/** One open workspace with the services that work on it. */
final class WiredWorkspace implements OpenWorkspace {

    private final Workspace workspace;

    WiredWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Path folder() {
        return workspace.folder();
    }

    @Override
    public TagRepository tags() {
        return workspace.tags();
    }

    @Override
    public AssetRepository assets() {
        return workspace.assets();
    }

    @Override
    public PackageRepository packages() {
        return workspace.packages();
    }

    @Override
    public SourceRepository sources() {
        return workspace.sources();
    }

    @Override
    public OutcomeRepository outcomes() {
        return workspace.outcomes();
    }

    @Override
    public Settings settings() {
        return workspace.settings();
    }

    @Override
    public AudienceReaders audiences() {
        return source -> {
            throw Problem.of("problem.source.unknown", source.value()).asException();
        };
    }

    @Override
    public void close() {
        workspace.close();
    }
}
