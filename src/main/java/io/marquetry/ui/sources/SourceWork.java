package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.OpenWorkspace;

import java.util.List;

/** What the sources screen does in the workspace. Every method blocks: never on the FX thread. */
final class SourceWork {

    private final OpenWorkspace workspace;

    SourceWork(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    List<ProfileSource> list() {
        return workspace.sources().list();
    }

    /**
     * Removes a source.
     *
     * @throws io.marquetry.base.ProblemException if a package addresses its profiles
     */
    void remove(SourceName name) {
        List<String> users =
                workspace.packages().list().stream()
                        .map(PackageRepository.Summary::pack)
                        .filter(pack -> pack.source().equals(name))
                        .map(pack -> pack.key().value())
                        .toList();
        if (!users.isEmpty()) {
            throw Problem.of("problem.source.used", name.value(), String.join(", ", users))
                    .asException();
        }
        workspace.removeSource(name);
    }
}
