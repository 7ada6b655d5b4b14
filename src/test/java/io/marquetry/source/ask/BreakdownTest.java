package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.Breakdown;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.sql.RoundBounds;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class BreakdownTest {

    private static final AudienceQuery EVERYBODY =
            new AudienceQuery(new AllOf(List.of()), new TagCatalog(List.of()));

    @TempDir private Path workspace;

    @Test
    void barsAddUpToTheAudience() throws Exception {
        TagKey tag = new TagKey("user_city_none");
        TagRule rule = new TagRule.Not(new TagRule.Missing("say \"so\""));
        AudienceQuery query =
                new AudienceQuery(new TagRef(tag), TestTags.catalog(Map.of(tag, rule)));
        List<Row> rows = new RandomRows(new Random(11)).rows(300);
        List<Row> audience =
                rows.stream().filter(r -> r.values().containsKey("say \"so\"")).toList();
        for (Attribute attribute : RandomRows.MODEL.attributes()) {
            Breakdown found = breakDown(RandomRows.MODEL, rows, query, attribute.name());
            assertThat(found.bars().stream().mapToLong(Breakdown.Bar::count).sum())
                    .as("%s", found)
                    .isEqualTo(audience.size());
            long missing =
                    audience.stream()
                            .filter(r -> !r.values().containsKey(attribute.name()))
                            .count();
            assertThat(
                            found.bars().stream()
                                    .filter(b -> b instanceof Breakdown.OfMissing)
                                    .mapToLong(Breakdown.Bar::count)
                                    .sum())
                    .isEqualTo(missing);
        }
    }

    @Test
    void commonestValuesComeFirstAndTheRestIsOneBar() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int value = 0; value < 20; value++) {
            for (int i = 0; i <= value; i++) {
                rows.add(new Row(Map.of("city", "c" + value), Map.of()));
            }
        }
        rows.add(new Row(Map.of(), Map.of()));
        List<Breakdown.Bar> bars = breakDown(RandomRows.MODEL, rows, EVERYBODY, "city").bars();
        assertThat(bars).hasSize(14);
        assertThat(bars.getFirst()).isEqualTo(new Breakdown.OfValue("c19", 20));
        assertThat(bars.get(11)).isEqualTo(new Breakdown.OfValue("c8", 9));
        assertThat(bars.get(12)).isEqualTo(new Breakdown.OfOthers(8, 36));
        assertThat(bars.get(13)).isEqualTo(new Breakdown.OfMissing(1));
    }

    @Test
    void fewNumbersAreShownEachInTheirOrder() throws Exception {
        List<Row> rows =
                List.of(
                        row("amount", new BigDecimal("2.50")),
                        row("amount", BigDecimal.TEN),
                        row("amount", new BigDecimal("-1")),
                        row("amount", BigDecimal.TEN));
        assertThat(breakDown(RandomRows.MODEL, rows, EVERYBODY, "amount").bars())
                .containsExactly(
                        new Breakdown.OfValue("-1", 1),
                        new Breakdown.OfValue("2.5", 1),
                        new Breakdown.OfValue("10", 2));
    }

    @Test
    void manyNumbersFallIntoRoundRanges() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (long i = 1; i <= 100; i++) {
            rows.add(row("whole", i));
        }
        List<Breakdown.Bar> bars = breakDown(RandomRows.MODEL, rows, EVERYBODY, "whole").bars();
        assertThat(bars).hasSize(11);
        assertThat(bars.getFirst()).isEqualTo(new Breakdown.OfRange("0", "10", 9));
        assertThat(bars.get(10)).isEqualTo(new Breakdown.OfRange("100", "110", 1));
    }

    @Test
    void manyDaysFallIntoWholeMonths() throws Exception {
        List<Row> rows = new ArrayList<>();
        LocalDate first = LocalDate.of(2023, 11, 17);
        for (int i = 0; i < 120; i++) {
            rows.add(
                    new Row(
                            Map.of(
                                    "born",
                                    first.plusDays(i),
                                    "seen",
                                    first.plusDays(i).atTime(23, 59, 59)),
                            Map.of()));
        }
        for (String attribute : List.of("born", "seen")) {
            List<Breakdown.Bar> bars =
                    breakDown(RandomRows.MODEL, rows, EVERYBODY, attribute).bars();
            assertThat(bars)
                    .containsExactly(
                            new Breakdown.OfRange("2023-11-01", "2023-12-01", 14),
                            new Breakdown.OfRange("2023-12-01", "2024-01-01", 31),
                            new Breakdown.OfRange("2024-01-01", "2024-02-01", 31),
                            new Breakdown.OfRange("2024-02-01", "2024-03-01", 29),
                            new Breakdown.OfRange("2024-03-01", "2024-04-01", 15));
        }
    }

    @Test
    void audienceOfNobodyHasNoBars() throws Exception {
        List<Row> rows = List.of();
        for (Attribute attribute : RandomRows.MODEL.attributes()) {
            assertThat(breakDown(RandomRows.MODEL, rows, EVERYBODY, attribute.name()).bars())
                    .isEmpty();
        }
    }

    @Test
    void roundBoundsHoldAllNumbersInAFewEqualSteps() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal low = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), 4);
            BigDecimal range =
                    BigDecimal.valueOf(1 + (random.nextLong() >>> 1 + random.nextInt(60)), 4);
            boolean whole = random.nextBoolean();
            if (whole) {
                low = BigDecimal.valueOf(low.longValue());
                range = BigDecimal.valueOf(12 + range.longValue());
            }
            BigDecimal high = low.add(range);
            List<BigDecimal> bounds =
                    RoundBounds.ofNumbers(
                            low, high, whole ? AttributeType.INTEGER : AttributeType.DECIMAL);
            assertThat(bounds).as("%s to %s", low, high).hasSizeBetween(4, 13);
            assertThat(bounds.getFirst()).isLessThanOrEqualTo(low);
            assertThat(bounds.get(1)).isGreaterThan(low);
            assertThat(bounds.getLast()).isGreaterThan(high);
            assertThat(bounds.get(bounds.size() - 2)).isLessThanOrEqualTo(high);
            BigDecimal step = bounds.get(1).subtract(bounds.get(0));
            assertThat(step.stripTrailingZeros().unscaledValue().intValueExact()).isIn(1, 2, 5);
        }
    }

    @Test
    void roundBoundsHoldAllDays() {
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            LocalDate low = LocalDate.of(1, 1, 1).plusDays(random.nextInt(2_000_000));
            LocalDate high = low.plusDays(random.nextInt(1 << random.nextInt(1, 21)));
            List<LocalDate> bounds = RoundBounds.ofDays(low, high);
            assertThat(bounds).as("%s to %s", low, high).hasSizeBetween(2, 13).isSorted();
            assertThat(bounds.getFirst()).isBeforeOrEqualTo(low);
            assertThat(bounds.getLast()).isAfter(high);
        }
    }

    private Breakdown breakDown(
            ProfileModel model, List<Row> rows, AudienceQuery query, String attribute)
            throws Exception {
        String name = "s" + Integer.toHexString(attribute.hashCode());
        ProfileSource source = TestSource.write(workspace, name, model, rows, RandomRows.TODAY);
        try (OpenSources databases = new OpenSources(workspace)) {
            return new SourceAudienceReader(source, databases, () -> RandomRows.TODAY)
                    .breakDown(query, attribute, new CancelSignal());
        }
    }

    private static Row row(String attribute, Object value) {
        return new Row(new HashMap<>(Map.of(attribute, value)), Map.of());
    }
}
