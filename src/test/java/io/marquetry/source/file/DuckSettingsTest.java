package io.marquetry.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.ProblemException;

import org.assertj.core.api.Assertions;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

class DuckSettingsTest {

    /** Pairs of a hundred thousand rows: hours of work in a file of a few kilobytes. */
    @Test
    @Timeout(60)
    void checkThatNeverEndsIsEndedAndTold(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("shop.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + path);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE customers AS SELECT range::VARCHAR AS key FROM range(100000)");
        }
        try (Connection connection = DuckSettings.look()) {
            DataFile file = DataFile.of(path, Optional.empty());
            DataRows rows = DataRows.openAlone(connection, file, "data_rows");
            Exception ended =
                    Assertions.catchException(
                            () ->
                                    DuckSettings.checking(connection, Duration.ofSeconds(1))
                                            .select(DSL.count())
                                            .from(
                                                    rows.rows().as("a"),
                                                    rows.rows().as("b"),
                                                    rows.rows().as("c"))
                                            .where(
                                                    DSL.field(DSL.name("a", "key"), String.class)
                                                            .concat(
                                                                    DSL.field(
                                                                            DSL.name("b", "key"),
                                                                            String.class))
                                                            .lt(
                                                                    DSL.field(
                                                                            DSL.name("c", "key"),
                                                                            String.class)))
                                            .fetch());

            assertThat(rows.unreadable(ended))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            told ->
                                    assertThat(told.problem().key())
                                            .isEqualTo("problem.datafile.tooLong"));
        }
    }
}
