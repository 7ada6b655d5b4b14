package io.marquetry.source.engine.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.sql.JoinedEvents;
import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/** What ClickHouse would be told, where there is none to tell it. */
class ClickhouseStatementsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DSLContext speaker =
            DSL.using(SQLDialect.CLICKHOUSE, new Settings().withParamCastMode(ParamCastMode.NEVER));
    private final Operands operands =
            new Operands(
                    new ClickhouseDialect(),
                    column ->
                            column.last().startsWith("amount") || column.last().equals("sum")
                                    ? new NumberKind.Fixed(6)
                                    : ClickhouseColumn.WHOLE,
                    name -> DSL.table(DSL.name(name)),
                    RandomRows.TODAY);

    @AfterAll
    static void tellsThatNoServerWasAsked() {
        System.out.println(
                "ClickHouse: its statements were looked at; ./mvnw test -Pclickhouse asks a server");
    }

    @Test
    void partsOfTextsAreTextsAndNoPatterns() {
        assertThat(told(new TagRule.Match("city", TagRule.Part.CONTAINS, "a%b")))
                .contains("position(\"PROFILE\".\"city\", ?) > ?");
        assertThat(told(new TagRule.Match("city", TagRule.Part.STARTS_WITH, "_")))
                .contains("startsWith(\"PROFILE\".\"city\", ?)");
        assertThat(told(new TagRule.Match("city", TagRule.Part.ENDS_WITH, "\\")))
                .contains("endsWith(\"PROFILE\".\"city\", ?)");
    }

    @Test
    void longListIsOneValue() {
        List<Value> cities =
                IntStream.range(0, 10_000).<Value>mapToObj(i -> new Value.Text("c" + i)).toList();
        assertThat(told(new TagRule.InList("city", cities)))
                .contains("in (select arrayJoin(splitByString(?, ?)))")
                .hasSizeLessThan(300);
    }

    @Test
    void wholeNumbersBeyond64BitsAreNeverAskedFor() {
        Value beyond = new Value.Number(new BigDecimal("9223372036854775808"));
        assertThat(told(new TagRule.Compare("whole", Comparison.LESS, beyond)))
                .doesNotContain("?")
                .contains("true");
        assertThat(told(new TagRule.InList("whole", List.of(beyond)))).doesNotContain("?");
    }

    @Test
    void eventsAreReducedInOneJoinWithoutACorrelatedQuery() {
        JoinedEvents events = new JoinedEvents(RandomRows.MODEL, operands);
        RuleConditions conditions =
                new RuleConditions(RandomRows.MODEL, new TagCatalog(List.of()), operands, events);
        TagRule rule =
                new TagRule.Events(
                        "orders",
                        TagRule.Aggregate.SUM,
                        Optional.of("sum"),
                        new Window.Always(),
                        Optional.empty(),
                        Comparison.AT_LEAST,
                        new Value.Number(BigDecimal.TEN));
        String where = speaker.render(conditions.of(rule));
        String from = speaker.render(DSL.selectOne().from(events.table(Optional.empty())));
        assertThat(where).doesNotContain("select");
        assertThat(from).containsOnlyOnce("left outer join").contains("group by");
        // As wide as the server has numbers: narrower sums begin anew without a word.
        assertThat(from).contains("toDecimal256(");
    }

    @Test
    void momentsAreToldByTheClockOfTheZone() {
        assertThat(speaker.render(new ClickhouseColumn("at", "DateTime").value(SHANGHAI)))
                .isEqualTo(
                        "addSeconds(toDateTime64(\"at\", 6, 'UTC'), timeZoneOffset(toTimeZone("
                                + "toDateTime64(\"at\", 6, 'UTC'), 'Asia/Shanghai')))");
    }

    @Test
    void columnsAreKnownHoweverTheyAreKept() {
        assertThat(type("LowCardinality(Nullable(String))")).contains(AttributeType.TEXT);
        assertThat(type("Nullable(UUID)")).contains(AttributeType.TEXT);
        assertThat(type("Enum8('a' = 1, 'b)' = 2)")).contains(AttributeType.TEXT);
        assertThat(type("UInt64")).contains(AttributeType.INTEGER);
        assertThat(type("Nullable(Decimal(38, 6))")).contains(AttributeType.DECIMAL);
        assertThat(type("DateTime64(3, 'Asia/Shanghai')")).contains(AttributeType.DATETIME);
        assertThat(type("Date32")).contains(AttributeType.DATE);
        assertThat(type("Bool")).contains(AttributeType.BOOLEAN);
        for (String other :
                List.of(
                        "Array(String)",
                        "Map(String, UInt64)",
                        "Tuple(a Int8, b String)",
                        "JSON",
                        "Decimal(76, 10)",
                        "Int256",
                        "AggregateFunction(sum, UInt64)")) {
            assertThat(type(other)).as(other).isEmpty();
        }
        assertThat(new ClickhouseColumn("n", "Decimal(18, 4)").numbers())
                .isEqualTo(new NumberKind.Fixed(4));
    }

    @Test
    void driverIsToldNothingButWhatIsListedHere() {
        Login login =
                new Login(
                        "reader",
                        Optional.of("secret"),
                        new Login.Tls.Verified(Optional.of(Path.of("ca.pem"))));
        Properties told = ClickhouseConnections.properties(login, Duration.ofSeconds(4));
        assertThat(told)
                .containsEntry("clickhouse_setting_readonly", "2")
                .containsEntry("clickhouse_setting_max_execution_time", "4")
                .containsEntry(
                        "clickhouse_setting_cancel_http_readonly_queries_on_client_close", "1")
                .containsEntry("clickhouse_setting_join_use_nulls", "1")
                .containsEntry("ssl", "true")
                .containsEntry("ssl_mode", "STRICT")
                .containsEntry("sslrootcert", "ca.pem");
        assertThat(
                        told.stringPropertyNames().stream()
                                .filter(name -> !name.startsWith("clickhouse_setting_")))
                .containsExactlyInAnyOrder(
                        "user",
                        "password",
                        "client_name",
                        "connection_timeout",
                        "socket_timeout",
                        "socket_keepalive",
                        "retry",
                        "compress",
                        "decompress",
                        "disable_native_compression",
                        "use_server_time_zone",
                        "use_time_zone",
                        "jdbc_ignore_unsupported_values",
                        "ssl",
                        "ssl_mode",
                        "sslrootcert");
    }

    @Test
    void momentsAndDecimalsAreHandedOnAsTexts() throws SQLException {
        List<Object> given = new ArrayList<>();
        PreparedStatement driver =
                proxy(
                        PreparedStatement.class,
                        (method, arguments) -> {
                            given.add(method);
                            given.add(arguments == null ? "" : arguments[arguments.length - 1]);
                        },
                        null);
        Connection connection =
                ExactConnection.of(proxy(Connection.class, (method, arguments) -> {}, driver));
        PreparedStatement statement = connection.prepareStatement("select ?, ?, ?");
        statement.setObject(1, LocalDateTime.of(2024, 3, 10, 2, 30));
        statement.setBigDecimal(2, new BigDecimal("1E+3"));
        statement.setObject(3, LocalDate.of(1582, 10, 10));
        assertThat(given)
                .containsExactly(
                        "setEscapeProcessing",
                        false,
                        "setString",
                        "2024-03-10 02:30:00.000000",
                        "setString",
                        "1000",
                        "setObject",
                        LocalDate.of(1582, 10, 10));
    }

    private String told(TagRule rule) {
        return speaker.render(
                new RuleConditions(RandomRows.MODEL, new TagCatalog(List.of()), operands).of(rule));
    }

    private static Optional<AttributeType> type(String type) {
        return new ClickhouseColumn("c", type).attributeType();
    }

    private static <T> T proxy(Class<T> type, Told told, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        ClickhouseStatementsTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            told.of(method.getName(), arguments);
                            return answer;
                        }));
    }

    @FunctionalInterface
    private interface Told {
        void of(String method, Object[] arguments);
    }
}
