package io.marquetry.sample;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.LibraryStanding;
import io.marquetry.library.Parameter;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A package goes all its way between two people, and a second one is made from it. */
class FromRequirementToTemplateTest {

    private static final PackageKey SECOND = new PackageKey("pack_second");

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void fill() {
        SmallWorkspace.open(folder).close();
        as("li");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void as(String login) {
        if (workspace != null) {
            workspace.close();
        }
        workspace = SmallWorkspace.openAs(folder, login);
    }

    @Test
    void packageOfOnePersonIsJudgedByAnotherAndBecomesATemplate() {
        workspace
                .packages()
                .create(
                        ONE,
                        LocalizedText.of("One", "一"),
                        CUSTOMERS,
                        List.of(
                                new PackageEdit.ReplaceAudience(
                                        ExpressionText.parse("user_level_gold"))));
        workspace.lives().submit(ONE, new CancelSignal());
        as("chen");
        workspace.lives().approve(ONE, 1, workspace.packages().version(ONE, 1).sha256(), false);
        workspace.lives().goLive(ONE);
        as("li");
        TrialRun.add(workspace, ONE, "first", 1);
        TrialRun.add(workspace, ONE, "second", 2);
        workspace.lives().evaluate(ONE, 1);
        workspace.library().nominate(ONE, 1, Optional.empty(), "Li", Set.of());
        assertThat(refused(false).key()).isEqualTo("problem.packageLife.alone");
        assertThat(card().standing()).isEqualTo(LibraryStanding.WAITING);
        as("chen");
        workspace.library().admit(ONE, false, new CancelSignal());
        assertThat(card().standing()).isEqualTo(LibraryStanding.PROVISIONAL);
        assertThat(workspace.lives().of(ONE).state()).isEqualTo(PackageState.TEMPLATE);
        Map<String, String> asTheTemplate =
                workspace.library().templates().entry(ONE).parameters().stream()
                        .collect(Collectors.toMap(Parameter::name, Parameter::standard));
        workspace
                .library()
                .templates()
                .use(ONE, SECOND, LocalizedText.of("Second", "二"), asTheTemplate);
        assertThat(workspace.packages().get(SECOND).current().audience())
                .isEqualTo(workspace.packages().get(ONE).current().audience());
        assertThat(card().descendants()).hasSize(1);
        assertThat(workspace.audit().verify(new CancelSignal()).findings()).isEmpty();
    }

    private Problem refused(boolean alone) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> workspace.library().admit(ONE, alone, new CancelSignal()))
                .problem();
    }

    private LibraryCard card() {
        return workspace.library().card(ONE, new CancelSignal());
    }
}
