package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.source.local.write.LocalDatabaseFile;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.table.ColumnNames;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Each file that cannot be imported is refused with one clear sentence, and nothing changed. */
class BadFilesTest {

    @TempDir private Path folder;

    @Test
    void emptyFile() throws IOException {
        assertThat(refusal(""))
                .isEqualTo(
                        "“bad.csv” is empty. Choose a file with a row of names and at least one row of values.");
        assertThat(refusal("\n\r\n  \n")).startsWith("“bad.csv” is empty.");
        assertThat(refusal("\uFEFF")).startsWith("“bad.csv” is empty.");
    }

    @Test
    void onlyAHeader() throws IOException {
        assertThat(refusal("id,name,city\r\n"))
                .isEqualTo(
                        "“bad.csv” has names for its columns, but no rows below them. Choose a file with at least one row of values.");
    }

    @Test
    void notText() throws IOException {
        byte[] random = new byte[50_000];
        new Random(7).nextBytes(random);
        assertThat(refusal(random))
                .isEqualTo("“bad.csv” is not a text file. Choose a CSV or TSV file.");
        byte[] controls = "a,b\n\u0002\u0003\u0004,\u0005\n".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(controls)).startsWith("“bad.csv” is not a text file.");
        byte[] archive = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 5_000);
        assertThat(refusal(archive)).startsWith("“bad.csv” is an old spreadsheet or an archive");
    }

    @Test
    void aKeyColumnThatIsNotThere() throws IOException {
        Path file = write("id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
        Importing importing = new Importing(folder.resolve("workspace"));
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> importing.run(file, Optional.of("customer")));
        assertThat(sentence(refused))
                .isEqualTo("“bad.csv” has no column “customer”. Its columns are: id, name.");
        assertNothingChanged(importing);
    }

    @Test
    void aNameThatIsTaken() throws IOException {
        Path file = write("id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
        Importing importing = new Importing(folder.resolve("workspace"));
        importing.run(file, Optional.empty()).close();
        ImportPlan again = importing.plan(file, Optional.empty());
        ImportPlan sameName =
                new ImportPlan(
                        again.file(),
                        again.columns(),
                        again.keyColumn(),
                        again.once(),
                        Importing.name("bad"),
                        "again",
                        Optional.empty(),
                        again.events(),
                        again.engine());
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> importing.run(sameName));
        assertThat(sentence(refused))
                .isEqualTo(
                        "There is a source “bad” already. Choose another name, for example bad-2.");
        assertThat(importing.sources().list()).hasSize(1);
    }

    @Test
    void aWorkspaceThatCannotBeWritten() throws IOException {
        Path file = write("id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("workspace"));
        // A file where the folder should be stands for every folder that cannot be written.
        Files.createFile(folder.resolve("workspace/sources"));
        Importing importing = new Importing(folder.resolve("workspace"));
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> importing.run(file, Optional.empty()));
        assertThat(sentence(refused))
                .startsWith("The import could not be written to the workspace");
        assertThat(importing.sources().list()).isEmpty();
    }

    @Test
    void noFile() {
        Importing importing = new Importing(folder.resolve("workspace"));
        Path absent = folder.resolve("absent.csv");
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> importing.run(absent, Optional.empty()));
        assertThat(sentence(refused)).isEqualTo("There is no file " + absent + ". Check the path.");
        assertThat(
                        catchThrowableOfType(
                                ProblemException.class,
                                () -> importing.run(folder, Optional.empty())))
                .isNotNull();
    }

    @Test
    void moreColumnsThanASourceCanHave() throws IOException {
        StringBuilder names = new StringBuilder("c0");
        StringBuilder row = new StringBuilder("0");
        for (int i = 1; i <= ColumnNames.MAX_COLUMNS; i++) {
            names.append(",c").append(i);
            row.append(',').append(i);
        }
        assertThat(refusal(names + "\n" + row + "\n"))
                .startsWith("“bad.csv” has 4,097 columns or more; at most 4,096 are possible.");
    }

    @Test
    void fullDiskIsCalledAFullDisk() {
        Exception system = new IllegalStateException(new IOException("No space left on device"));
        RuntimeException told = LocalDatabaseFile.failed(new SQLException(system));
        assertThat(told)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(sentence(refused)).contains("no room left"));
    }

    private String refusal(String content) throws IOException {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(byte[] content) throws IOException {
        Path file = write(content);
        Importing importing = new Importing(folder.resolve("workspace"));
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> importing.run(file, Optional.empty()));
        assertThat(refused).isNotNull();
        assertNothingChanged(importing);
        return sentence(refused);
    }

    private void assertNothingChanged(Importing importing) throws IOException {
        assertThat(importing.sources().list()).isEmpty();
        assertThat(importing.files()).isEmpty();
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("bad.csv"), content);
    }

    private static String sentence(ProblemException refused) {
        return Texts.in(Locale.ENGLISH).sentence(refused.problem());
    }
}
