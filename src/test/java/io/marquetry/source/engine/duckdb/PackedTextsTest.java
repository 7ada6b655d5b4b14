package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Texts that leave the database as one come apart as they were. */
class PackedTextsTest {

    private static final List<String> TEXTS =
            Arrays.asList(
                    "",
                    null,
                    "3:",
                    "::",
                    "\u001F\u001E",
                    "两个字",
                    "👩‍👩‍👧𝄞",
                    "e\u0301",
                    " a ",
                    "12345678901234567890");

    @Test
    void anyThreeTextsComeApartAsTheyWere() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            DSLContext ask = DSL.using(connection, SQLDialect.DUCKDB);
            for (String first : TEXTS) {
                for (String second : TEXTS) {
                    List<Field<String>> columns =
                            Stream.of(first, second, first)
                                    .<Field<String>>map(text -> DSL.val(text, SQLDataType.VARCHAR))
                                    .toList();
                    PackedTexts packed = new PackedTexts(columns);
                    String one = ask.select(packed.field()).fetchSingle().value1();
                    assertThat(packed.unpack(one)).containsExactly(first, second, first);
                    assertThat(packed.unpack(one)).containsExactly(first, second, first);
                }
            }
        }
    }
}
