package io.marquetry.ui.sources.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.remote.Discovered;
import io.marquetry.source.remote.RemotePlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is proposed of columns, and what a mapping says of them. */
class DecidedColumnsTest {

    private static final Discovered.Table MEMBERS =
            new Discovered.Table(
                    new RemoteCatalog.Found("crm", "member", 10),
                    List.of(
                            column("id", AttributeType.INTEGER),
                            column("mobile", AttributeType.TEXT),
                            column("shop", AttributeType.INTEGER),
                            new RemoteCatalog.Column("extra", Optional.empty())));

    private final DecidedColumns columns = new DecidedColumns();

    private static RemoteCatalog.Column column(String name, AttributeType type) {
        return new RemoteCatalog.Column(name, Optional.of(type));
    }

    @Test
    void withoutAMappingEverythingThatCanBeComparedIsUsed() {
        columns.begin(Optional.empty());
        assertThat(columns.choices(MEMBERS))
                .containsExactly(
                        new ColumnChoice("id", true, false, ColumnPurpose.PLAIN),
                        new ColumnChoice("mobile", true, false, ColumnPurpose.PHONE),
                        new ColumnChoice("shop", true, false, ColumnPurpose.PLAIN));
    }

    @Test
    void whatAMappingDecidedStaysAndWhatItDoesNotKnowIsProposed() {
        ColumnChoice shop = new ColumnChoice("shop", true, true, ColumnPurpose.PLAIN);
        ColumnChoice key = new ColumnChoice("id", false, false, ColumnPurpose.PLAIN);
        columns.begin(
                Optional.of(
                        new RemotePlan(
                                new SourceName("shop"),
                                "Shop",
                                new RemoteServer(
                                        RemoteEngine.POSTGRESQL, "db.example.com", 5432, "shop"),
                                "crm.member",
                                "id",
                                List.of(shop, key),
                                List.of(),
                                ZoneOffset.UTC,
                                Optional.empty())));
        assertThat(columns.choices(MEMBERS))
                .containsExactly(
                        key, new ColumnChoice("mobile", true, false, ColumnPurpose.PHONE), shop);
    }

    @Test
    void cellsAreShownOnceAndWithoutThoseThatAreEmpty() {
        columns.begin(Optional.empty());
        columns.take(
                Map.of(
                        "crm.member",
                        List.of(List.of("1", "138••••01", "7", ""), List.of("2", "", "7", "{}"))));
        assertThat(columns.sample(MEMBERS, columns.of(MEMBERS).get(1)))
                .containsExactly("138••••01");
        assertThat(columns.sample(MEMBERS, columns.of(MEMBERS).get(2))).containsExactly("7");
        assertThat(columns.sample(MEMBERS, columns.of(MEMBERS).get(3))).containsExactly("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "mobile,TEXT,PHONE",
        "contact_phone_no,INTEGER,PHONE",
        "phone_brand,TEXT,PLAIN",
        "手机号,TEXT,PHONE",
        "手机品牌,TEXT,PLAIN",
        "E-Mail,TEXT,MAIL",
        "email_address,TEXT,MAIL",
        "last_email_opened,DATETIME,PLAIN",
        "email_opt_in,BOOLEAN,CONSENT",
        "accepts_marketing,BOOLEAN,CONSENT",
        "是否同意营销,BOOLEAN,CONSENT",
        "consent_date,DATE,PLAIN",
        "wechat_open_id,TEXT,DEVICE",
        "device_token,TEXT,DEVICE",
        "time_zone,TEXT,ZONE",
        "city,TEXT,PLAIN"
    })
    void purposeFollowsFromNameAndType(String name, AttributeType type, ColumnPurpose purpose) {
        assertThat(ColumnPurpose.of(name, type)).isEqualTo(purpose);
    }
}
