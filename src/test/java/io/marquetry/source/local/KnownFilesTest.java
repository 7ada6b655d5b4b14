package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.standins.BankCalls;
import io.marquetry.standins.HillstromTrial;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files as the real world writes them are imported whole, with their published figures. */
public class KnownFilesTest {

    @TempDir private Path workspace;

    @Test
    void hillstromKeepsItsDuplicates() throws Exception {
        Importing importing = new Importing(workspace);
        Path file = mails();
        try (ImportResult result = importing.run(file, Optional.empty())) {
            assertThat(result.profiles())
                    .isEqualTo(new TableResult("hillstrom.csv", 64_000, 64_000));
            assertThat(result.rejected().count()).isZero();
            ProfileSource source = result.source().orElseThrow();
            assertThat(types(source)).containsEntry("history", AttributeType.DECIMAL);
            assertThat(types(source)).containsEntry("newbie", AttributeType.INTEGER);
            assertThat(types(source)).containsEntry("channel", AttributeType.TEXT);
            try (Connection connection = importing.open(source)) {
                DSLContext database = DSL.using(connection, SQLDialect.H2);
                List<Field<?>> columns =
                        source.model().attributes().stream()
                                .<Field<?>>map(a -> field(name(a.column())))
                                .toList();
                int distinct =
                        database.fetchCount(
                                database.selectDistinct(columns).from(table(name("PROFILE"))));
                assertThat(64_000 - distinct).isEqualTo(6_562);
                assertThat(
                                database.select(
                                                count(),
                                                max(field(name("ORD"), Long.class)),
                                                countDistinct(field(name("PROFILE_KEY"))),
                                                sum(field(name("spend"), BigDecimal.class)))
                                        .from(table(name("PROFILE")))
                                        .fetchSingle()
                                        .intoList())
                        .containsExactly(64_000, 63_999L, 64_000, new BigDecimal("67258.13"));
            }
        }
    }

    @Test
    void bankKeepsEachCustomer() {
        Importing importing = new Importing(workspace);
        Path file = calls();
        try (ImportResult result = importing.run(file, Optional.empty())) {
            assertThat(result.profiles()).isEqualTo(new TableResult("bank.csv", 4_521, 4_521));
            Map<String, AttributeType> types = types(result.source().orElseThrow());
            assertThat(types).containsEntry("age", AttributeType.INTEGER);
            assertThat(types).containsEntry("y", AttributeType.BOOLEAN);
            assertThat(types).containsEntry("job", AttributeType.TEXT).hasSize(17);
        }
    }

    /** Returns the randomised mail test. */
    protected Path mails() {
        return HillstromTrial.writeTo(workspace);
    }

    /** Returns the telephone campaign. */
    protected Path calls() {
        return BankCalls.writeTo(workspace);
    }

    private static Map<String, AttributeType> types(ProfileSource source) {
        return source.model().attributes().stream()
                .collect(Collectors.toMap(Attribute::name, Attribute::type));
    }
}
