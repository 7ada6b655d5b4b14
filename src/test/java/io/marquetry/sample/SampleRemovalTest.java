package io.marquetry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

class SampleRemovalTest {

    private static final PackageKey MINE = new PackageKey("pack_mine");

    @TempDir private Path folder;

    @Test
    void onlyWhatPeopleMadeThemselvesStays() {
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder.resolve("w"))) {
            SampleWorkspace sample = new SampleWorkspace(workspace);
            SampleRemoval removal = new SampleRemoval(workspace);
            assertThat(removal.isThere()).isFalse();
            sample.load(ImportListener.none(), new CancelSignal());
            assertThat(removal.isThere()).isTrue();
            SmallWorkspace.importCustomers(workspace, folder, SmallWorkspace.CUSTOMERS);
            Tag used = workspace.tags().get(new TagKey("user_spend_ge150"));
            workspace
                    .packages()
                    .create(MINE, LocalizedText.of("Mine", "我的"), SampleSource.NAME, List.of());
            ProblemException refused = catchThrowableOfType(ProblemException.class, removal::run);
            assertThat(refused.problem())
                    .isEqualTo(Problem.of("problem.source.used", "complete-journey", "pack_mine"));
            assertThat(workspace.packages().list()).hasSize(7);
            workspace.packages().delete(MINE);
            workspace
                    .packages()
                    .create(
                            MINE,
                            LocalizedText.of("Mine", "我的"),
                            SmallWorkspace.CUSTOMERS,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse(used.key().value()))));

            SampleRemoval.Removed removed = removal.run();

            assertThat(removed.archived()).isEqualTo(5);
            assertThat(removed.deleted()).isEqualTo(1);
            assertThat(removed.tags()).isGreaterThan(40);
            assertThat(removed.kept()).isEqualTo(1);
            assertThat(workspace.packages().list())
                    .extracting(PackageRepository.Summary::pack)
                    .extracting(pack -> pack.key())
                    .containsExactly(MINE);
            assertThat(workspace.sources().list()).hasSize(1);
            assertThat(workspace.outcomes().sets().list()).isEmpty();
            assertThat(workspace.tags().catalog().tags()).containsExactly(used);
            assertThat(workspace.tags().assets()).isEmpty();
            assertThat(sample.isDue()).as("nobody who removed it wants it again").isFalse();
            assertThat(removal.isThere()).isFalse();
        }
    }
}
