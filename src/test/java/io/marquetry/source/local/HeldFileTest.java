package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.ChildJvm;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.source.ListedSources;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.DataFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A DuckDB file that another program writes is refused until that program lets go of it. */
class HeldFileTest {

    @TempDir private Path folder;

    @Test
    void fileThatAnotherProgramHasOpenIsRefusedInOneSentence() throws Exception {
        DataFiles.duckDb(folder.resolve("shop.duckdb"));
        ChildJvm holder = ChildJvm.start(Holding.class, "hold", folder.resolve("shop.duckdb"));
        assertThat(holder.line()).isEqualTo("held");
        ProblemException refused = catchThrowableOfType(ProblemException.class, this::add);
        assertThat(refused.problem()).isEqualTo(Problem.of("problem.datafile.held", "shop.duckdb"));
        assertThat(Texts.in(Locale.ENGLISH).sentence(refused.problem()))
                .isEqualTo(
                        "“shop.duckdb” is being written by another program. Close it there, then"
                                + " try again.");
        assertThat(Texts.in(Locale.SIMPLIFIED_CHINESE).sentence(refused.problem()))
                .isEqualTo("另一个程序正在写入“shop.duckdb”。请先在那里关闭，然后重试。");
        holder.killAfter(1);
        assertThat(add()).isEqualTo(200);
    }

    private long add() {
        return new InPlaceSources(folder, new ListedSources())
                .add(
                        new SourceName("shop"),
                        "Shop",
                        new SourcePlace.InPlace(
                                folder.resolve("shop.duckdb").toString(),
                                Optional.of("orders"),
                                Optional.empty(),
                                List.of()),
                        Optional.empty())
                .profiles();
    }

    /** Opens a database to write it, and keeps it. */
    static final class Holding {

        private Holding() {}

        /** Says when it has the file, and ends when it is killed. */
        public static void main(String[] arguments) throws Exception {
            try (Connection connection =
                    DriverManager.getConnection("jdbc:duckdb:" + arguments[1])) {
                System.out.println("held");
                waitForEver();
                connection.commit();
            }
        }

        private static void waitForEver() throws IOException {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
