package io.marquetry.source.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemotePlan;
import io.marquetry.source.remote.RemoteSources;
import io.marquetry.source.remote.Secret;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Columns of kinds that only these servers have. */
@Tag("mariadb")
class MariaDbColumnsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    @TempDir private Path folder;

    @BeforeEach
    void fillDatabase() throws SQLException {
        try (Connection connection = TestMariaDb.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop database if exists `crm.it's 客户`");
            sql.execute("create database `crm.it's 客户`");
            sql.execute("use `crm.it's 客户`");
            sql.execute("set session sql_mode = '', session time_zone = '+00:00'");
            sql.execute(
                    "create table `order` (`key` varchar(20) collate utf8mb4_bin primary key,"
                            + " city varchar(20), latin varchar(20) character set latin1, code"
                            + " char(4), level enum('low', 'Low2'), born date, seen timestamp"
                            + " null, member tinyint(1), points tinyint, flag bit(1), big bigint"
                            + " unsigned, half double)");
            sql.execute(
                    "insert into `order` values ('a', 'Low', 'é', 'ab', 'low', '0000-00-00',"
                            + " '2024-03-10 06:59:59', 1, 5, b'1', 18446744073709551615, 0.1),"
                            + " ('A', 'low', 'e', 'ab ', 'Low2', '2024-02-29', '2024-03-10"
                            + " 07:00:00', 0, -5, b'0', 1, 0.30000000000000004), ('b', 'low ',"
                            + " 'É', 'AB', null, '2024-00-10', '2024-11-03 05:30:00', null, null,"
                            + " null, null, null), ('c', 'löw', null, null, null, null,"
                            + " '2024-11-03 06:30:00', 7, 1, null, 0, 1)");
        }
    }

    @Test
    void textsAreEqualOnlyIfTheyAreTheSame() {
        assertThat(count(equal("city", new Value.Text("low")))).isEqualTo(1);
        // A value of a rule means the text with and without the blank, everywhere.
        assertThat(count(equal("city", new Value.Text("low ")))).isEqualTo(2);
        assertThat(count(equal("latin", new Value.Text("é")))).isEqualTo(1);
        assertThat(count(equal("code", new Value.Text("ab")))).isEqualTo(2);
        assertThat(count(equal("level", new Value.Text("Low2")))).isEqualTo(1);
        assertThat(count(equal("level", new Value.Text("low2")))).isZero();
        assertThat(count(new TagRule.Match("city", TagRule.Part.STARTS_WITH, "l"))).isEqualTo(3);
        assertThat(count(new TagRule.Match("city", TagRule.Part.CONTAINS, "o"))).isEqualTo(3);
        assertThat(count(new TagRule.Match("city", TagRule.Part.ENDS_WITH, " "))).isEqualTo(1);
    }

    @Test
    void pointsInTimeFollowTheZoneOfTheSource() {
        assertThat(count(equal("seen", moment("2024-03-10T01:59:59")))).isEqualTo(1);
        assertThat(count(equal("seen", moment("2024-03-10T03:00:00")))).isEqualTo(1);
        // Shown twice by the clock of that night.
        assertThat(count(equal("seen", moment("2024-11-03T01:30:00")))).isEqualTo(2);
    }

    @Test
    void daysThatAreNoneAreMissing() {
        assertThat(count(new TagRule.Missing("born"))).isEqualTo(3);
        assertThat(count(equal("born", new Value.Day(LocalDate.of(2024, 2, 29))))).isEqualTo(1);
    }

    @Test
    void truthsAndNumbersAreWhatTheyAreThere() {
        assertThat(count(equal("member", new Value.Truth(true)))).isEqualTo(2);
        assertThat(count(equal("member", new Value.Truth(false)))).isEqualTo(1);
        assertThat(count(equal("flag", new Value.Truth(true)))).isEqualTo(1);
        assertThat(count(equal("points", number("-5")))).isEqualTo(1);
        assertThat(count(equal("big", number("18446744073709551615")))).isEqualTo(1);
        assertThat(count(equal("half", number("0.1")))).isEqualTo(1);
    }

    @Test
    void keysThatDifferInCaseAreTwoPeople() {
        ProfileSource source = source();
        try (OpenSources databases = new OpenSources(folder, TestMariaDb::login)) {
            SourceMembershipReader reader = new SourceMembershipReader(source, databases, TODAY);
            assertThat(reader.ordinal("A", new CancelSignal())).hasValue(0);
            assertThat(reader.ordinal("a", new CancelSignal())).hasValue(1);
            assertThat(reader.ordinal("a ", new CancelSignal())).isEmpty();
            assertThat(
                            new SourceAudienceReader(source, databases, () -> TODAY)
                                    .person("A", new CancelSignal()))
                    .containsEntry("city", "low");
        }
    }

    @Test
    void noFileIsSentAndNobodyFollowed() throws Exception {
        Properties told = MysqlConnections.properties(TestMariaDb.login(TestMariaDb.server()));
        assertThat(told)
                .containsEntry("allowLocalInfile", "false")
                .containsEntry("permitRedirect", "false")
                .containsEntry("allowMultiQueries", "false")
                .doesNotContainKeys("autoDeserialize", "sessionVariables", "credentialType");
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        try (Connection connection =
                        MysqlConnections.open(
                                TestMariaDb.server(),
                                TestMariaDb.login(TestMariaDb.server()),
                                ServerRoom.TO_ANSWER);
                Statement sql = connection.createStatement()) {
            connection.rollback();
            sql.execute("set session transaction read write");
            assertThatThrownBy(
                            () ->
                                    sql.execute(
                                            "load data local infile '"
                                                    + secret
                                                    + "' into table `crm.it's 客户`.`order`"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private long count(TagRule rule) {
        try (OpenSources databases = new OpenSources(folder, TestMariaDb::login)) {
            AudienceReader reader = new SourceAudienceReader(source(), databases, () -> TODAY);
            return reader.count(rule, new TagCatalog(List.of()), new CancelSignal()).audience();
        }
    }

    private ProfileSource source() {
        RemoteSources sources =
                new RemoteSources(new MachineLogins(folder, name -> null), InstantSource.system());
        return sources.describe(
                new RemotePlan(
                        new SourceName("shop"),
                        "Shop",
                        TestMariaDb.server(),
                        "crm.it's 客户.order",
                        "key",
                        List.of(),
                        List.of(),
                        ZoneId.of("America/New_York"),
                        Optional.of(TODAY)),
                new MachineLogins.Known("root", new Secret.None(), new Login.Tls.Off()));
    }

    private static TagRule equal(String field, Value value) {
        return new TagRule.Compare(field, Comparison.EQUAL, value);
    }

    private static Value moment(String text) {
        return new Value.Moment(LocalDateTime.parse(text));
    }

    private static Value number(String text) {
        return new Value.Number(new BigDecimal(text));
    }
}
