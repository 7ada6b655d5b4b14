package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Importing;
import io.marquetry.source.local.InPlaceSources;
import io.marquetry.source.local.SixFormats;
import io.marquetry.source.local.rejected.RejectedRow;
import io.marquetry.source.plan.FileReading;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One table is one table, whatever the format that it comes in. */
class SixFormatsTest {

    private static final int RULES = 500;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final List<String> NAMES =
            List.of("id", "name", "city", "visits", "spend", "joined", "seen", "loyal", "code");
    private static final List<String> CITIES =
            List.of(
                    "Z\u00FCrich",
                    "Zu\u0308rich",
                    " Graz\u00A0",
                    "北京",
                    "O'Brien, \"x\"",
                    "Ａ",
                    "-",
                    "");

    @TempDir private Path folder;

    @Test
    void sameTableGivesTheSameModelAndTheSameCountsInEveryFormat() throws Exception {
        Random random = new Random(11);
        List<List<Object>> rows = rows(random, 240);
        Importing importing = new Importing(folder);
        Map<String, ProfileSource> sources = new LinkedHashMap<>();
        for (SixFormats format : SixFormats.values()) {
            Path file = format.write(folder.resolve("t" + format.ending()), NAMES, rows);
            try (ImportResult result = importing.run(file, Optional.of("id"))) {
                sources.put(format.name(), result.source().orElseThrow());
            }
            if (format == SixFormats.PARQUET || format == SixFormats.DUCKDB) {
                sources.put(format + " in place", inPlace(importing, file));
            }
        }
        List<AttributeType> types = types(sources.get("CSV"));
        assertThat(types)
                .containsExactly(
                        AttributeType.TEXT,
                        AttributeType.TEXT,
                        AttributeType.TEXT,
                        AttributeType.INTEGER,
                        AttributeType.DECIMAL,
                        AttributeType.DATE,
                        AttributeType.DATETIME,
                        AttributeType.BOOLEAN,
                        AttributeType.TEXT);
        sources.forEach((name, source) -> assertThat(types(source)).as(name).isEqualTo(types));
        TagCatalog none = TestTags.catalog(Map.of());
        int telling = 0;
        try (OpenSources open = new OpenSources(folder)) {
            for (int i = 0; i < RULES; i++) {
                TagRule rule = rule(random, rows, 2);
                long expected = count(open, sources.get("CSV"), rule, none);
                telling += expected > 0 && expected < rows.size() ? 1 : 0;
                for (Map.Entry<String, ProfileSource> source : sources.entrySet()) {
                    assertThat(count(open, source.getValue(), rule, none))
                            .as("%s: %s", source.getKey(), rule)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(telling).isGreaterThan(RULES / 2);
    }

    @Test
    void sameDoubtsAndTheSameRejectedRowsAreToldOfEveryFormat() throws Exception {
        List<List<Object>> rows = new ArrayList<>(rows(new Random(12), 60));
        rows.add(rows.get(7));
        rows.add(Arrays.asList(null, "x", "y", 1L, new BigDecimal("1.00"), null, null, true, "1"));
        List<String> told = new ArrayList<>();
        for (SixFormats format : SixFormats.values()) {
            Path file = format.write(folder.resolve("f" + format.ending()), NAMES, rows);
            ImportInspection found = Importing.inspect(FileReading.AS_FOUND.look(file));
            StringBuilder words = new StringBuilder();
            found.columns()
                    .forEach(
                            c ->
                                    words.append(c.name())
                                            .append(c.type())
                                            .append(c.filled())
                                            .append(c.missing())
                                            .append(c.odd())
                                            .append(c.why().map(Problem::args).map(a -> a.get(1)))
                                            .append('\n'));
            try (ImportResult result = new Importing(folder).run(file, Optional.of("id"))) {
                words.append(result.profiles().accepted());
                for (RejectedRow row : result.rejected().first(9)) {
                    words.append(' ').append(row.reason().key());
                }
            }
            told.add(words.toString());
        }
        assertThat(told.getFirst()).contains("60 problem.row.sameKey problem.row.noKey");
        assertThat(told.getFirst()).contains("codeTEXT").contains("n/a");
        assertThat(told).allMatch(told.getFirst()::equals, told.getFirst());
    }

    private static List<AttributeType> types(ProfileSource source) {
        return source.model().attributes().stream().map(a -> a.type()).toList();
    }

    private ProfileSource inPlace(Importing importing, Path file) throws Exception {
        return new InPlaceSources(Files.createDirectories(folder), importing.sources())
                .add(
                        Importing.name(
                                "in-place-" + file.getFileName().toString().replace('.', '-')),
                        "in place",
                        new SourcePlace.InPlace(
                                file.toString(), Optional.empty(), Optional.of("id"), List.of()),
                        Optional.empty());
    }

    private static long count(
            OpenSources open, ProfileSource source, TagRule rule, TagCatalog tags) {
        AudienceReader reader = new SourceAudienceReader(source, open, () -> TODAY);
        return reader.count(rule, tags, new CancelSignal()).audience();
    }

    private static List<List<Object>> rows(Random random, int count) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    "C" + i,
                                    "Name " + i % 37,
                                    CITIES.get(random.nextInt(CITIES.size())),
                                    (long) random.nextInt(50) - 5,
                                    BigDecimal.valueOf(random.nextInt(90_000) + 1, 2),
                                    day,
                                    day.atTime(
                                            random.nextInt(24),
                                            random.nextInt(60),
                                            1 + random.nextInt(59)),
                                    random.nextBoolean(),
                                    random.nextInt(9) == 0 ? "n/a" : String.valueOf(i)));
            for (int column = 1; column < row.size() - 1; column++) {
                if (random.nextInt(10) == 0) {
                    row.set(column, null);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static TagRule rule(Random random, List<List<Object>> rows, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            List<TagRule> parts =
                    List.of(rule(random, rows, depth - 1), rule(random, rows, depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new TagRule.All(parts);
                case 1 -> new TagRule.Any(parts);
                default -> new TagRule.Not(parts.getFirst());
            };
        }
        int column = 1 + random.nextInt(NAMES.size() - 1);
        String name = NAMES.get(column);
        Optional<Value> one = value(random, rows, column);
        Optional<Value> other = value(random, rows, column);
        if (one.isEmpty() || other.isEmpty()) {
            return new TagRule.Missing(name);
        }
        boolean truth = one.get() instanceof Value.Truth;
        return switch (random.nextInt(truth ? 1 : one.get() instanceof Value.Text ? 4 : 3)) {
            case 0 ->
                    new TagRule.Compare(
                            name,
                            List.of(Comparison.values()).get(random.nextInt(truth ? 2 : 6)),
                            one.get());
            case 1 -> new TagRule.InList(name, List.of(one.get(), other.get()));
            case 2 -> new TagRule.Between(name, one.get(), other.get());
            default -> {
                String text = ((Value.Text) one.get()).text();
                TagRule.Part part = List.of(TagRule.Part.values()).get(random.nextInt(3));
                yield new TagRule.Match(
                        name, part, text.substring(0, 1 + random.nextInt(text.length())));
            }
        };
    }

    private static Optional<Value> value(Random random, List<List<Object>> rows, int column) {
        return switch (rows.get(random.nextInt(rows.size())).get(column)) {
            case null -> Optional.empty();
            case Long whole -> Optional.of(new Value.Number(BigDecimal.valueOf(whole)));
            case BigDecimal number -> Optional.of(new Value.Number(number));
            case LocalDate day -> Optional.of(new Value.Day(day));
            case LocalDateTime moment -> Optional.of(new Value.Moment(moment));
            case Boolean truth -> Optional.of(new Value.Truth(truth));
            case Object text when text.toString().isBlank() -> Optional.empty();
            case Object text -> Optional.of(new Value.Text(text.toString()));
        };
    }
}
