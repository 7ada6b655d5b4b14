package io.marquetry.source.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRule.Aggregate;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Event rules are added up here where 64 bits do, and by the database where they do not. */
class DuckEventPassTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);
    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());
    private static final ProfileModel MODEL =
            new ProfileModel(
                    "PROFILE",
                    "ORD",
                    "PROFILE_KEY",
                    List.of(new Attribute("age", AttributeType.INTEGER, "age")),
                    List.of(
                            new EventStream(
                                    "orders",
                                    "EVENT_1",
                                    "PROFILE_ORD",
                                    "EVENT_TIME",
                                    AttributeType.DATETIME,
                                    List.of(
                                            new Attribute("items", AttributeType.INTEGER, "items"),
                                            new Attribute(
                                                    "amount", AttributeType.DECIMAL, "amount")))));

    @TempDir private Path workspace;
    private ProfileSource source;
    private OpenSources databases;

    @BeforeEach
    void writeSource() throws Exception {
        List<Row> rows =
                List.of(
                        row(5L, "0.10", 5L, "0.20"),
                        row(),
                        row(Long.MAX_VALUE, "0", 1L, "0"),
                        row(Long.MIN_VALUE, "12345678901234567890.5", 7L, "0.5"));
        source = TestSource.write(SourceEngine.DUCKDB, workspace, "s", MODEL, rows, TODAY);
        databases = new OpenSources(workspace);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void countsAndMomentsAreAddedUpHere() {
        TagRule.Events twice = events(Aggregate.COUNT, "", Comparison.EQUAL, "2");
        TagRule.Events none = events(Aggregate.COUNT, "", Comparison.LESS, "0.5");
        TagRule.Events today =
                new TagRule.Events(
                        "orders",
                        Aggregate.LATEST,
                        Optional.empty(),
                        new Window.Always(),
                        Optional.empty(),
                        Comparison.EQUAL,
                        new Value.Day(TODAY));
        assertThat(here(twice, none, today)).containsExactlyInAnyOrder(twice, none, today);
        assertThat(members(twice, none, today)).containsExactly(0b1101L, 0b0010L, 0b1101L);
    }

    @Test
    void sumThatPassesALongIsLeftToTheDatabaseAndRight() {
        TagRule.Events sum =
                events(Aggregate.SUM, "items", Comparison.GREATER, "9223372036854775807");
        TagRule.Events count = events(Aggregate.COUNT, "", Comparison.EQUAL, "2");
        assertThat(here(sum, count)).containsExactly(count);
        assertThat(members(sum, count)).containsExactly(0b0100L, 0b1101L);
    }

    @Test
    void endsOfTheNumbersAreNoSignForMissing() {
        TagRule.Events least =
                events(Aggregate.MIN, "items", Comparison.AT_MOST, "-9223372036854775808");
        TagRule.Events greatest =
                events(Aggregate.MAX, "items", Comparison.AT_LEAST, "9223372036854775807");
        TagRule.Events other =
                events(Aggregate.MAX, "items", Comparison.NOT_EQUAL, "9223372036854775807");
        assertThat(here(least, greatest)).isEmpty();
        assertThat(members(least, greatest, other)).containsExactly(0b1000L, 0b0100L, 0b1001L);
    }

    @Test
    void decimalThatPassesALongIsLeftToTheDatabaseAndRight() {
        TagRule.Events sum =
                events(Aggregate.SUM, "amount", Comparison.EQUAL, "12345678901234567891");
        TagRule.Events exact = events(Aggregate.SUM, "amount", Comparison.EQUAL, "0.3");
        assertThat(here(sum)).isEmpty();
        assertThat(members(sum, exact)).containsExactly(0b1000L, 0b0001L);
    }

    @Test
    void mixedRulesAreTakenApartAndJoined() {
        TagRule.Events twice = events(Aggregate.COUNT, "", Comparison.EQUAL, "2");
        TagRule young = new TagRule.Missing("age");
        TagRule old =
                new TagRule.Compare(
                        "age", Comparison.AT_LEAST, new Value.Number(new BigDecimal("0")));
        TagRule all = new TagRule.All(List.of(young, twice, new TagRule.Not(old)));
        TagRule any = new TagRule.Any(List.of(old, new TagRule.Not(twice)));
        RuleParts apart = new RuleParts(NO_TAGS);
        assertThat(apart.of(all, 9)).containsExactlyInAnyOrder(young, twice, old);
        assertThat(apart.of(all, 2)).hasSize(2).contains(twice);
        assertThat(apart.of(all, 1)).containsExactly(all);
        assertThat(members(all, any, new TagRule.Not(all)))
                .containsExactly(0b1101L, 0b0010L, 0b0010L);
    }

    private Set<TagRule> here(TagRule.Events... rules) {
        return new DuckEventPass(source, database(), NO_TAGS, TODAY, effort())
                .members(List.of(rules), more -> {}, new CancelSignal())
                .keySet();
    }

    private List<Long> members(TagRule... rules) {
        return new DuckMembershipPass(source, database(), TODAY, effort())
                .memberships(List.of(rules), NO_TAGS, read -> {}, new CancelSignal()).stream()
                        .map(words -> words[0])
                        .toList();
    }

    private OpenSource database() {
        return databases.open(source, new CancelSignal());
    }

    private DuckEffort effort() {
        return DuckEffort.ofFile();
    }

    private static TagRule.Events events(
            Aggregate aggregate, String measure, Comparison comparison, String number) {
        return new TagRule.Events(
                "orders",
                aggregate,
                Optional.of(measure).filter(name -> !name.isEmpty()),
                new Window.Always(),
                Optional.empty(),
                comparison,
                new Value.Number(new BigDecimal(number)));
    }

    /** Makes a profile with events: items, amount, items, amount. */
    private static Row row(Object... cells) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            LocalDateTime time = TODAY.atTime(i, 0);
            events.add(
                    Map.of(
                            Row.TIME,
                            time,
                            "items",
                            cells[i],
                            "amount",
                            new BigDecimal((String) cells[i + 1])));
        }
        return new Row(Map.of(), Map.of("orders", events));
    }
}
