package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportPlan;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events are kept with the profile they belong to. */
class EventImportTest {

    @TempDir private Path folder;

    @Test
    void eventsReferToTheirProfile() throws Exception {
        Path profiles = write("people.csv", "id,ORD", "p1,7", "p2,8", "p3,9");
        Path purchases =
                write(
                        "purchases.csv",
                        "who,at,amount,EVENT_TIME,shop",
                        "p3,2017-01-31 10:00,1.50,x,Web",
                        "p9,2017-01-31 10:00,1.50,x,Web",
                        "p1,2017-02-01,2,,",
                        "p1,,3,y,Web",
                        "p3,2017-02-02 00:00,4,z,Phone");
        Importing importing = new Importing(folder.resolve("workspace"));
        ImportPlan people = importing.plan(profiles, Optional.of("id"));
        CsvInput input = CsvInput.file(purchases);
        CsvFormat format = CsvDetection.detect(input);
        ImportPlan columns = importing.plan(input, format, Optional.empty());
        EventPlan plan = new EventPlan("purchases", columns.file(), columns.columns(), "who", "at");

        try (ImportResult result = importing.run(people.withEvents(List.of(plan)))) {
            assertThat(result.events()).containsExactly(new TableResult("purchases.csv", 5, 3));
            assertThat(result.rejected().first(9))
                    .extracting(
                            row ->
                                    row.label()
                                            + " "
                                            + row.line()
                                            + " "
                                            + Texts.in(Locale.ENGLISH).sentence(row.reason()))
                    .containsExactly(
                            "purchases.csv 3 Column “who”: there is no profile “p9”.",
                            "purchases.csv 5 The time column “at” has no value.");
            ProfileSource source = result.source().orElseThrow();
            assertThat(source.model().attributes())
                    .containsExactly(
                            new Attribute("id", AttributeType.TEXT, "id"),
                            new Attribute("ORD", AttributeType.INTEGER, "ORD_"));
            EventStream stream = source.model().stream("purchases").orElseThrow();
            assertThat(stream.timeType()).isEqualTo(AttributeType.DATETIME);
            assertThat(stream.fields())
                    .containsExactly(
                            new Attribute("amount", AttributeType.DECIMAL, "amount"),
                            new Attribute("EVENT_TIME", AttributeType.TEXT, "EVENT_TIME_"),
                            new Attribute("shop", AttributeType.TEXT, "shop"));
            try (Connection connection = importing.open(source)) {
                assertThat(
                                DSL.using(connection, SQLDialect.H2)
                                        .select(
                                                field(name("PROFILE_KEY"), String.class),
                                                field(name("amount"), BigDecimal.class),
                                                field(name("shop"), String.class))
                                        .from(table(name(stream.table())))
                                        .join(table(name("PROFILE")))
                                        .on(
                                                field(name("ORD"), Long.class)
                                                        .eq(
                                                                field(
                                                                        name(
                                                                                stream
                                                                                        .profileColumn()),
                                                                        Long.class)))
                                        .orderBy(field(name(stream.timeColumn())))
                                        .fetch(row -> row.intoList().toString()))
                        .containsExactly(
                                "[p3, 1.50, Web]", "[p1, 2.00, null]", "[p3, 4.00, Phone]");
            }
        }
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }
}
