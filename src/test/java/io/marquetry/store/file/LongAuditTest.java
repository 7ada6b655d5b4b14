package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audit.Audit;
import io.marquetry.audit.AuditReport;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.store.jooq.tables.records.NamingWordRecord;
import io.marquetry.store.rows.AuditRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A long audit is verified in seconds; {@code marquetry.audit.entries} asks for another length. */
class LongAuditTest {

    private static final int ENTRIES = Integer.getInteger("marquetry.audit.entries", 20_000);

    @TempDir private Path folder;

    @Test
    void auditIsVerifiedInUnderTenSeconds() {
        try (WorkspaceFile workspace =
                WorkspaceFile.open(
                        folder.resolve("workspace"),
                        Clock.systemUTC(),
                        Upkeep.USUAL,
                        new Actor("li"))) {
            for (int done = 0; done < ENTRIES; done += 10_000) {
                List<NamingWordRecord> words = new ArrayList<>();
                for (int i = done; i < done + 10_000; i++) {
                    NamingWordRecord word = new NamingWordRecord();
                    word.setKind("type");
                    word.setWord("word" + i);
                    words.add(word);
                }
                workspace.saves().write(transaction -> transaction.insertAll(words));
            }
            Audit audit = new Audit(new AuditRows(workspace.saves()));
            long begun = System.nanoTime();
            AuditReport report = audit.verify(new CancelSignal());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isGreaterThanOrEqualTo(ENTRIES);
            System.out.println(
                    report.entries() + " entries verified in " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
    }
}
