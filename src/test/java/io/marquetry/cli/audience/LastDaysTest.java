package io.marquetry.cli.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days that end with today are as many as they are called; rules of old have one more. */
class LastDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 31);
    private static final int PEOPLE = 800;

    @TempDir private Path folder;

    @BeforeEach
    void oneVisitorForEachDayBack() throws IOException {
        List<String> people = new ArrayList<>(List.of("guest,seen"));
        List<String> visits = new ArrayList<>(List.of("guest,at"));
        for (int back = -3; back < PEOPLE; back++) {
            people.add("G" + back + "," + TODAY.minusDays(back));
            visits.add("G" + back + "," + TODAY.minusDays(back) + " 23:59:59");
        }
        Path guests = Files.write(folder.resolve("guests.csv"), people);
        Path visited = Files.write(folder.resolve("visits.csv"), visits);
        assertThat(
                        run(
                                        "profiles",
                                        "import",
                                        guests.toString(),
                                        "--key",
                                        "guest",
                                        "--today",
                                        TODAY.toString(),
                                        "--events",
                                        "visits=" + visited + ":guest:at")
                                .code())
                .isZero();
    }

    @Test
    void conditionsHoldAsManyDaysAsTheySay() {
        assertThat(count("[seen in the last 1 day]")).isEqualTo(1);
        assertThat(count("[seen in the last 30 days]")).isEqualTo(30);
        assertThat(count("[seen in the last 2 weeks]")).isEqualTo(14);
        // March has 31 days; February's last is the day a month before 31 March.
        assertThat(count("[seen in the last 1 month]")).isEqualTo(31);
        assertThat(count("[seen in the last 1 year]")).isEqualTo(365);
        assertThat(count("[seen between 30 days ago and 0 days ago]")).isEqualTo(31);
    }

    @Test
    void tagFilesOfOldKeepTheirDayMore() throws IOException {
        tags(1, "user_visited_before", "last", 14, "DAYS");
        tags(2, "user_visited_now", "inLast", 14, "DAYS");
        tags(2, "user_visited_month", "inLast", 1, "MONTHS");

        assertThat(count("user_visited_before")).isEqualTo(15);
        assertThat(count("user_visited_now")).isEqualTo(14);
        assertThat(count("user_visited_month")).isEqualTo(31);
        assertThat(count("user_visited_before and not user_visited_now")).isEqualTo(1);
    }

    @Test
    void theTwoDatesStandBesideTheRule() throws IOException {
        tags(1, "user_visited_before", "last", 14, "DAYS");
        tags(2, "user_visited_now", "inLast", 14, "DAYS");

        CliRun told =
                run(
                        "audience",
                        "explain",
                        "G14",
                        "--expression",
                        "user_visited_before or user_visited_now");

        assertThat(told.out())
                .contains("from 14 days ago to today (2025-03-17 to 2025-03-31)")
                .contains("in the last 14 days (2025-03-18 to 2025-03-31)");
    }

    @Test
    void theFirstVersionOfTagFilesRefusesTheNewKind() throws IOException {
        Path file = file(1, "user_visited_now", "inLast", 14, "DAYS");

        CliRun refused = run("tag", "import", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("version 1 does not know days that end with today");
    }

    private void tags(int version, String key, String window, int amount, String unit)
            throws IOException {
        CliRun run = run("tag", "import", file(version, key, window, amount, unit).toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private Path file(int version, String key, String window, int amount, String unit)
            throws IOException {
        return Files.writeString(
                folder.resolve(key + ".json"),
                """
                {"format":"marquetry/tags","formatVersion":%d,"tags":[{"key":"%s",
                "category":"AUDIENCE","name":{"en":"x"},"topic":{"en":"x"},"rule":{
                "type":"events","stream":"visits","aggregate":"COUNT",
                "window":{"type":"%s","amount":%d,"unit":"%s"},
                "comparison":"AT_LEAST","value":{"number":"1"}}}]}
                """
                        .formatted(version, key, window, amount, unit));
    }

    private long count(String expression) {
        CliRun run = run("preview", "--expression", expression, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("audience").asLong();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder.resolve("workspace"), arguments);
    }
}
