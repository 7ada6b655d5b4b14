package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Files beside the workspace that an older program made. */
class RenewedSideFileTest {

    private static final List<String> FIRST =
            List.of("create table thing (id integer primary key)");
    private static final List<String> LATER =
            List.of(
                    "alter table thing add column if not exists price varchar",
                    "create index if not exists thing_price on thing (price)");

    private static final SideSchema OLDER = new SideSchema("older", FIRST, List.of());
    private static final SideSchema HALF = new SideSchema("half", FIRST, LATER.subList(0, 1));
    private static final SideSchema NEWEST = new SideSchema("newest", FIRST, LATER);

    @TempDir private Path folder;

    @Test
    void newFileHasEverythingBeforeItIsThere() throws IOException {
        assertThat(NEWEST.isNewest(made(NEWEST))).isTrue();
    }

    @Test
    void olderFilesGetWhatCameLaterAndKeepWhatTheyHold() throws IOException, SQLException {
        for (SideSchema before : List.of(OLDER, HALF)) {
            Path file = made(before);
            assertThat(NEWEST.isNewest(file)).isFalse();
            try (SideFile opened = SideFile.open(file, NEWEST)) {
                assertThat(opened.isAsLeft()).isTrue();
                assertThat(things(opened)).isEqualTo(3);
            }
            assertThat(NEWEST.isNewest(file)).isTrue();
            try (SideFile again = SideFile.open(file, NEWEST)) {
                assertThat(again.isAsLeft()).isTrue();
            }
            assertThat(folder).isDirectoryNotContaining("glob:**unfinished*");
            Files.delete(file);
        }
    }

    @Test
    void whatWasHalfRenewedIsRenewedAgain() throws IOException, SQLException {
        Path file = made(OLDER);
        Files.writeString(folder.resolve("unfinished-things.mv.db"), "half of a file");
        try (SideFile opened = SideFile.open(file, NEWEST)) {
            assertThat(things(opened)).isEqualTo(3);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**unfinished*");
    }

    @Test
    void changedFileIsNotTakenForOneThatIsAsItWasLeft() throws IOException {
        Path file = made(OLDER);
        Path other = folder.resolve("other.mv.db");
        Files.copy(file, other);
        SideFile.open(file, OLDER).close();
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        try (SideFile opened = SideFile.open(file, NEWEST)) {
            assertThat(opened.isAsLeft()).isFalse();
        }
    }

    @Test
    void foreignFileIsNotRenewed() throws IOException {
        Path file =
                made(
                        new SideSchema(
                                "foreign",
                                List.of(FIRST.getFirst(), "create table hidden (x integer)"),
                                List.of()));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SideFile.open(file, NEWEST)).isInstanceOf(ProblemException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private Path made(SideSchema schema) {
        Path file = folder.resolve("things.mv.db");
        SideFile.create(
                file,
                schema,
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("insert into thing (id) values (1), (2), (3)");
                    }
                });
        return file;
    }

    private static int things(SideFile file) throws SQLException {
        try (Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from thing")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
