package io.marquetry.source;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.TagFinding;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What window and command line do to sources, over a real workspace. */
class SourcesTest {

    @TempDir private Path folder;

    private Workspace workspace;
    private Sources sources;

    @BeforeEach
    void open() {
        workspace = SmallWorkspace.open(folder);
        sources = workspace.sources();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void takenNameIsRefusedWithAFreeOne() {
        assertThat(problem(() -> SmallWorkspace.importCustomers(workspace, folder, CUSTOMERS)))
                .isEqualTo(Problem.of("problem.import.nameTaken", "customers", "customers-2"));
        assertThat(sources.freeName("Customers.csv.gz")).isEqualTo(new SourceName("customers-2"));
        assertThat(sources.freeName("客户")).isEqualTo(new SourceName("customers-2"));
        assertThat(sources.list()).hasSize(1);
    }

    @Test
    void removedSourceLeavesNoFile() throws IOException {
        sources.remove(CUSTOMERS);
        assertThat(sources.find(CUSTOMERS)).isEmpty();
        try (Stream<Path> left = Files.list(workspace.folder().resolve("sources"))) {
            assertThat(left).isEmpty();
        }
        assertThat(problem(() -> sources.remove(CUSTOMERS)))
                .isEqualTo(Problem.of("problem.source.unknown", "customers"));
    }

    @Test
    void addressedSourceStays() {
        workspace.packages().create(ONE, LocalizedText.of("One", "一"), CUSTOMERS, List.of());
        assertThat(problem(() -> sources.remove(CUSTOMERS)))
                .isEqualTo(Problem.of("problem.source.used", "customers", "pack_one"));
        assertThat(sources.hasChanged(CUSTOMERS)).isFalse();
        assertThat(sources.take(sources.look(CUSTOMERS))).isEqualTo(sources.get(CUSTOMERS));
        workspace.packages().delete(ONE);
        sources.remove(CUSTOMERS);
    }

    @Test
    void tagOfAnotherSourceDoesNotFit() {
        workspace.tags().save(List.of(SmallWorkspace.tag("user_size_large", "size", "L")));
        assertThat(workspace.tags().lint(sources.fit(Optional.of(CUSTOMERS))))
                .filteredOn(finding -> finding.severity() == TagFinding.Severity.ERROR)
                .extracting(TagFinding::subject)
                .containsExactly("user_size_large");
        assertThat(workspace.tags().lint(sources.fit(Optional.empty())))
                .noneMatch(finding -> finding.severity() == TagFinding.Severity.ERROR);
        assertThat(problem(() -> sources.fit(Optional.of(new SourceName("gone")))))
                .isEqualTo(Problem.of("problem.source.unknown", "gone"));
    }

    private static Problem problem(ThrowingCallable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work);
        assertThat(refused).isNotNull();
        return refused.problem();
    }
}
