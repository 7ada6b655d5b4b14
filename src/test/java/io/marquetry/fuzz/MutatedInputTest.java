package io.marquetry.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.SampleDocument;
import io.marquetry.handoff.TagFile;
import io.marquetry.json.StrictJson;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.h2.FileContents;
import io.marquetry.source.h2.H2Driver;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.table.TableRows;

import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whatever stands in a file: it is read, or refused in a sentence, and soon. The seed of a run is
 * printed, and given again by {@code -Dmarquetry.seed}.
 */
class MutatedInputTest {

    private static final long TOO_LONG_NANOS = 2_000_000_000L;
    private static final String STORE = "nioMemFS:fuzz.mv.db";

    private static final String SEED = "nioMemFS:seed";

    private static final String TAGS =
            """
            {"format":"marquetry/tags","formatVersion":1,"tags":[{"key":"user_order_any",
            "category":"AUDIENCE","name":{"en":"Ordered","zh":"下过单"},
            "topic":{"en":"Orders","zh":"订单"},"rule":{"type":"events","stream":"orders",
            "aggregate":"COUNT","window":{"type":"last","amount":90,"unit":"DAYS"},
            "comparison":"AT_LEAST","value":{"number":"1"}}},{"key":"user_age_young",
            "category":"AUDIENCE","name":{"en":"Young","zh":"年轻"},"topic":{"en":"Age","zh":"年龄"},
            "rule":{"type":"inList","field":"age","values":[{"text":"19-24"},{"number":"12.5"}]}}]}
            """;

    /** Reads bytes; a {@link ProblemException} is an answer, anything else is a bug. */
    private interface Parser {
        void read(byte[] bytes) throws IOException;
    }

    /** A parser, what it is tried with, and how often in a thousand. */
    private record Target(String name, int share, Parser parser, List<byte[]> seeds) {}

    private long slowest;

    @Test
    void aFewThousandMutationsAreAnswered() throws IOException {
        run(new Random().nextLong(), 4_000);
    }

    @Test
    @Tag("fuzz")
    void tenMillionMutationsAreAnswered() throws IOException {
        long seed = Long.getLong("marquetry.seed", new Random().nextLong());
        run(seed, Long.getLong("marquetry.mutations", 10_000_000));
    }

    private void run(long seed, long mutations) throws IOException {
        Random random = new Random(seed);
        Mutations change = new Mutations(random);
        List<Target> targets = targets();
        Map<String, Long> tried = new LinkedHashMap<>();
        for (long i = 0; i < mutations; i++) {
            Target target = pick(targets, random.nextInt(1_000));
            byte[] bytes =
                    change.of(target.seeds.get(random.nextInt(target.seeds.size())), target.seeds);
            answer(target, bytes, seed);
            tried.merge(target.name, 1L, Long::sum);
            if ((i + 1) % 1_000_000 == 0) {
                System.out.printf("seed %d: %d mutations so far%n", seed, i + 1);
            }
        }
        System.out.printf(
                "seed %d: %d mutations %s, the slowest took %d ms of processor time, %d MB of heap%n",
                seed,
                mutations,
                tried,
                slowest / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void answer(Target target, byte[] bytes, long seed) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            target.parser.read(bytes);
        } catch (ProblemException | IOException e) {
            // Refused.
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "seed %d, %s: %s".formatted(seed, target.name, HexFormat.of().formatHex(bytes)),
                    e);
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        slowest = Math.max(slowest, took);
        assertThat(took)
                .as("seed %d, %s: %s", seed, target.name, new String(bytes, StandardCharsets.UTF_8))
                .isLessThan(TOO_LONG_NANOS);
    }

    private static Target pick(List<Target> targets, int of) {
        int left = of;
        for (Target target : targets) {
            left -= target.share;
            if (left < 0) {
                return target;
            }
        }
        return targets.getFirst();
    }

    private static List<Target> targets() throws IOException {
        PackageValidation validation = new PackageValidation();
        List<byte[]> documents = texts(SampleDocument.text());
        List<byte[]> tags = texts(TAGS);
        List<byte[]> json = new ArrayList<>(tags);
        json.addAll(documents);
        json.addAll(texts("{\"a\":[1,-2,true,false],\"b\":\"x\\u4e2d😀\"}", "[[[[1]]]]", "\"x\""));
        return List.of(
                new Target("json", 450, StrictJson::read, json),
                new Target(
                        "expression",
                        450,
                        bytes -> ExpressionText.parse(new String(bytes, StandardCharsets.UTF_8)),
                        texts(
                                "user_level_gold and not (user_age_under35 or user_city_bern)",
                                "all(a_b_c, any(d_e_f, g_h_i)) except x_y_z",
                                "((((a_b_c))))")),
                new Target("tags", 80, b -> TagFile.read(StrictJson.read(b)), tags),
                new Target("package", 4, validation::validate, documents),
                new Target("csv", 15, MutatedInputTest::csv, tables()),
                new Target("h2", 1, MutatedInputTest::h2, List.of(store())));
    }

    private static List<byte[]> tables() {
        List<byte[]> tables =
                new ArrayList<>(
                        texts(
                                "id,name,age,born\n1,Ann,30,1990-01-31\n2,\"Li, Wei\",,31/01/2017\n",
                                "a;b\r\n1,5;x\r\n2,5;\"y\"\"z\"\r\n",
                                "a\tb\n1\t2024-01-01 10:00:00\n",
                                "\uFEFF姓名,城市\n张三,北京\n"));
        tables.add("姓名,城市\n张三,北京\n".getBytes(Charset.forName("GB18030")));
        tables.add("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        return tables;
    }

    private static void csv(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        CsvInput input = new CsvInput("x.csv", bytes.length, () -> new ByteArrayInputStream(bytes));
        CsvFormat format = CsvDetection.detect(input);
        CsvSample.read(input, format, 100);
        try (TableRows rows = CsvRows.open(input, format)) {
            ImportInspection.of(
                    rows,
                    input,
                    column -> ColumnReading.AS_FOUND,
                    ImportListener.none(),
                    new CancelSignal());
        }
    }

    private static void h2(byte[] bytes) throws IOException {
        try (OutputStream out = FileUtils.newOutputStream(STORE, false)) {
            out.write(bytes);
        }
        FileContents.of(STORE);
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static byte[] store() throws IOException {
        try (Connection connection = H2Driver.open("jdbc:h2:" + SEED);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T (A INTEGER PRIMARY KEY, B VARCHAR)");
            statement.execute("INSERT INTO T SELECT X, 'text ' || X FROM SYSTEM_RANGE(1, 100)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        try (InputStream in = FileUtils.newInputStream(SEED + ".mv.db")) {
            return in.readAllBytes();
        }
    }
}
