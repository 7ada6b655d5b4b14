package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Importing;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The database counts what a pass over the file counts, and what another program counted. */
public class HillstromAudiencesTest {

    private static final TagCatalog TAGS =
            TestTags.catalog(
                    Map.of(
                            new TagKey("user_status_new"),
                            number("newbie", Comparison.EQUAL, "1"),
                            new TagKey("user_recency_fresh"),
                            number("recency", Comparison.AT_MOST, "3"),
                            new TagKey("user_channel_web"),
                            new TagRule.Compare("channel", Comparison.EQUAL, new Value.Text("Web")),
                            new TagKey("user_spend_some"),
                            number("history", Comparison.AT_LEAST, "142.44"),
                            new TagKey("user_spend_low"),
                            new TagRule.Match(
                                    "history_segment", TagRule.Part.STARTS_WITH, "2) $100"),
                            new TagKey("user_area_suburb"),
                            new TagRule.InList("zip_code", List.of(new Value.Text("Surburban"))),
                            new TagKey("user_bought_mens"),
                            number("mens", Comparison.NOT_EQUAL, "0")));

    private static final Predicate<NamedCsvRecord> NEW = r -> r.getField("newbie").equals("1");
    private static final Predicate<NamedCsvRecord> FRESH =
            r -> Integer.parseInt(r.getField("recency")) <= 3;
    private static final Predicate<NamedCsvRecord> WEB = r -> r.getField("channel").equals("Web");
    private static final Predicate<NamedCsvRecord> SOME =
            r -> new BigDecimal(r.getField("history")).compareTo(new BigDecimal("142.44")) >= 0;
    private static final Predicate<NamedCsvRecord> LOW =
            r -> r.getField("history_segment").startsWith("2) $100");
    private static final Predicate<NamedCsvRecord> SUBURB =
            r -> r.getField("zip_code").equals("Surburban");
    private static final Predicate<NamedCsvRecord> MENS = r -> r.getField("mens").equals("1");

    @TempDir private Path workspace;

    @Test
    public void compositionsCountWhatTheFileHolds() throws Exception {
        Path file = customers();
        Map<String, Expected> questions = new LinkedHashMap<>();
        questions.put("user_status_new", new Expected(NEW, 32_144));
        questions.put("user_recency_fresh", new Expected(FRESH, 22_393));
        questions.put("user_channel_web", new Expected(WEB, 28_217));
        questions.put(
                "user_status_new and (user_recency_fresh or user_channel_web)",
                new Expected(NEW.and(FRESH.or(WEB)), 20_987));
        questions.put(
                "user_recency_fresh and not (user_channel_web or user_status_new)",
                new Expected(FRESH.and(WEB.or(NEW).negate()), 5_759));
        questions.put(
                "(user_status_new and user_channel_web) or (user_recency_fresh and not"
                        + " user_area_suburb)",
                new Expected(NEW.and(WEB).or(FRESH.and(SUBURB.negate())), 23_525));
        questions.put(
                "user_spend_some and not (user_spend_low and user_bought_mens) and"
                        + " (user_recency_fresh or not (user_status_new or user_channel_web))",
                new Expected(
                        SOME.and(LOW.and(MENS).negate()).and(FRESH.or(NEW.or(WEB).negate())),
                        18_620));
        questions.put(
                "not (not (user_status_new or user_recency_fresh) or not (user_channel_web or"
                        + " (user_area_suburb and not (user_bought_mens and user_spend_some))))",
                new Expected(
                        NEW.or(FRESH).and(WEB.or(SUBURB.and(MENS.and(SOME).negate()))), 25_089));
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = csv.stream().toList();
        }
        try (ImportResult result = new Importing(workspace).run(file, Optional.empty());
                OpenSources databases = new OpenSources(workspace)) {
            ProfileSource source = result.source().orElseThrow();
            AudienceReader reader =
                    new SourceAudienceReader(source, databases, () -> LocalDate.EPOCH);
            questions.forEach(
                    (text, expected) -> {
                        AudienceQuery query = new AudienceQuery(ExpressionText.parse(text), TAGS);
                        assertThat(reader.count(query, new CancelSignal()).audience())
                                .as(text)
                                .isEqualTo(rows.stream().filter(expected.who()).count())
                                .isEqualTo(expected.count());
                    });
        }
    }

    /** Returns the customers of the randomised mail test. */
    protected Path customers() {
        return HillstromTrial.writeTo(workspace);
    }

    private static TagRule number(String field, Comparison comparison, String number) {
        return new TagRule.Compare(field, comparison, new Value.Number(new BigDecimal(number)));
    }

    /**
     * What a question has to come to.
     *
     * @param who the same condition on a row of the file
     * @param count what a Python script counted in the original file
     */
    private record Expected(Predicate<NamedCsvRecord> who, long count) {}
}
