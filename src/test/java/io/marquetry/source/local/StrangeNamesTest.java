package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.plan.FileReading;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The name of a file is a name: whatever characters it has, that file is read and no other. */
class StrangeNamesTest {

    private static final List<String> NAMES =
            List.of(
                    "data[1]",
                    "[ab]",
                    "data*",
                    "dat?1",
                    "{a,b}",
                    "it's \"one\"",
                    "客户 名单 (2024)",
                    "reg=EU",
                    "a%41;b#c&d",
                    "back\\slash",
                    "**",
                    "[!a]",
                    "$HOME~");

    /** What the names above would find if they were patterns. */
    private static final List<String> OTHERS =
            List.of("data1", "a", "b", "datax1", "dataxyz", "backslash", "c");

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(SixFormats.class)
    void fileOfAnyNameIsReadAndNoOther(SixFormats format) throws Exception {
        for (String other : OTHERS) {
            write(format, folder.resolve(other + format.ending()), "OTHER");
        }
        Files.createDirectories(folder.resolve("back"));
        write(format, folder.resolve("back").resolve("slash" + format.ending()), "OTHER");
        for (String name : NAMES) {
            Path file = folder.resolve(name + format.ending());
            write(format, file, "MINE");
            if (format == SixFormats.DUCKDB && name.contains("\\")) {
                assertThatThrownBy(() -> cities(file)).isInstanceOf(ProblemException.class);
                continue;
            }
            assertThat(cities(file)).as(file.toString()).containsExactly("MINE");
        }
    }

    @ParameterizedTest
    @EnumSource(SixFormats.class)
    void folderOfAnyNameAddsNoColumnAndNoRow(SixFormats format) throws Exception {
        for (String name : List.of("reg=EU", "x[1]", "y*", "{p,q}", "空 格")) {
            Path inside = Files.createDirectories(folder.resolve(name));
            Path file = inside.resolve("d" + format.ending());
            write(format, file, "MINE");
            ImportInspection found = Importing.inspect(FileReading.AS_FOUND.look(file));
            assertThat(found.columns()).extracting(c -> c.name()).containsExactly("id", "city");
            assertThat(found.rows()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data[1]", "data*", "it's \"one\"", "[ab]", "{a,b}", "reg=EU"})
    void inPlaceReadsTheFileOfTheName(String name) throws Exception {
        for (SixFormats format : List.of(SixFormats.PARQUET, SixFormats.DUCKDB)) {
            for (String other : OTHERS) {
                write(format, folder.resolve(other + format.ending()), "OTHER");
            }
            Path file = folder.resolve(name + format.ending());
            write(format, file, "MINE");
            ListedSources sources = new ListedSources();
            ProfileSource source =
                    new InPlaceSources(folder, sources)
                            .add(
                                    Importing.name("s"),
                                    "s",
                                    new SourcePlace.InPlace(
                                            file.toString(),
                                            Optional.empty(),
                                            Optional.of("id"),
                                            List.of()),
                                    Optional.empty());
            assertThat(source.profiles()).isEqualTo(1);
            assertThat(source.model().attributes())
                    .extracting(a -> a.name())
                    .containsExactly("id", "city");
        }
    }

    private static List<String> cities(Path file) {
        return Importing.inspect(FileReading.AS_FOUND.look(file)).columns().get(1).values();
    }

    private void write(SixFormats format, Path file, String city) throws IOException, SQLException {
        // Other programs take names for patterns, too: they write beside, and the file is moved.
        Path plain = folder.resolve("plain-written" + format.ending());
        format.write(plain, List.of("id", "city"), List.of(List.of("C1", city)));
        Files.move(plain, file);
    }
}
