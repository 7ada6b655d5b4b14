package io.marquetry.cli.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.propose.TagProposals;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** {@code tag propose}: what a stranger's own file suggests. */
class TagProposeCommandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final int PEOPLE = 600;

    @TempDir private Path folder;

    @BeforeEach
    void customersWithOrdersAreImported() throws IOException {
        Random random = new Random(7);
        List<String> people =
                new ArrayList<>(List.of("id,城市,plan_name,vip,note,country,balance,joined"));
        List<String> orders = new ArrayList<>(List.of("id,at,amount"));
        for (int i = 0; i < PEOPLE; i++) {
            String city = List.of("上海", "北京", "").get(random.nextInt(3));
            String plan = List.of("Basic", "Pro+", "Max").get(random.nextInt(3));
            String vip = random.nextInt(4) == 0 ? "yes" : "no";
            double balance = Math.round(Math.exp(random.nextGaussian() * 2) * 1000) / 100.0;
            LocalDate joined = TODAY.minusDays(random.nextInt(500));
            people.add(
                    String.join(
                            ",",
                            "P" + i,
                            city,
                            plan,
                            vip,
                            "note of " + i,
                            "AT",
                            Double.toString(balance),
                            joined.toString()));
            for (int n = random.nextInt(5); n > 0; n--) {
                LocalDate at = TODAY.minusDays(1 + random.nextInt(300));
                orders.add("P" + i + "," + at + "," + (1 + random.nextInt(400)));
            }
        }
        Path customers = Files.write(folder.resolve("customers.csv"), people);
        Path bought = Files.write(folder.resolve("orders.csv"), orders);
        CliRun run =
                run(
                        "profiles",
                        "import",
                        customers.toString(),
                        "--key",
                        "id",
                        "--today",
                        TODAY.toString(),
                        "--events",
                        "orders=" + bought + ":id:at");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
    }

    @Test
    void everyProposedTagHasTheSizeThatItsAudienceHas() {
        List<JsonNode> proposed = tags(run("tag", "propose", "--create", "--json").json());

        assertThat(proposed).hasSizeGreaterThan(15);
        assertThat(proposed).anyMatch(tag -> tag.get("made").asBoolean());
        Set<String> keys = new HashSet<>();
        for (JsonNode tag : proposed) {
            String key = tag.get("key").asString();
            assertThat(keys.add(key)).as(key).isTrue();
            assertThat(tag.get("audience").asLong()).as(key).isBetween(1L, PEOPLE - 1L);
            if (tag.get("made").asBoolean()) {
                JsonNode counted = run("preview", "--expression", key, "--json").json();
                assertThat(counted.get("audience").asLong())
                        .as(key)
                        .isEqualTo(tag.get("audience").asLong());
            }
        }
    }

    @Test
    void chineseNamesGiveKeysThatFollowTheStandard() {
        List<JsonNode> cities = tags(run("tag", "propose", "--column", "城市", "--json").json());

        assertThat(cities)
                .extracting(tag -> tag.get("name").asString())
                .containsExactlyInAnyOrder("City: 上海", "City: 北京", "City: missing");
        assertThat(cities)
                .allMatch(tag -> tag.get("key").asString().matches("user_column2_[a-z0-9]+"));
    }

    @Test
    void columnsWithoutATagSayWhy() {
        CliRun run = run("tag", "propose", "--column", "note", "--column", "country");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("Note: every profile has a value of its own")
                .contains("Country: every profile is alike in it");
    }

    @Test
    void whatWasMadeIsNotProposedAgain() {
        run("tag", "propose", "--column", "plan_name", "--create");

        JsonNode again = run("tag", "propose", "--column", "plan_name", "--json").json();

        assertThat(tags(again)).isEmpty();
        assertThat(again.get("groups").get(0).get("finding").asString()).isEqualTo("MADE_ALREADY");
        assertThat(run("tag", "list").out()).contains("Plan name: Pro+");
    }

    @Test
    void ordersSuggestWhoBoughtLatelyOftenAndMuchAndWhoLapsed() {
        CliRun run = run("tag", "propose", "--column", "orders");

        assertThat(run.out())
                .contains("Orders: in the last 30 days")
                .contains("Orders: 2 times or more")
                .contains("Orders: Amount of 500 or more")
                .contains("Orders: none for 90 days");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThatAreThere() {
        CliRun run = run("tag", "propose", "--column", "town");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("town").contains("plan_name").contains("orders");
    }

    @Test
    void madeTagsAreTakenBackAllOrNone() {
        run("tag", "propose", "--column", "plan_name", "--create");
        List<TagKey> made =
                List.of(new TagKey("user_planname_basic"), new TagKey("user_planname_max"));
        CliRun used =
                run(
                        "package",
                        "create",
                        "pack_plan_max",
                        "--name",
                        "Max",
                        "--expression",
                        "user_planname_max");
        assertThat(used.code()).as(used.err()).isZero();

        try (Workspace workspace = open(folder.resolve("workspace"))) {
            TagProposals proposals =
                    new TagProposals(workspace.audiences().readers(), workspace.tags());
            assertThatThrownBy(() -> proposals.takeBack(made)).isInstanceOf(ProblemException.class);
            assertThat(workspace.tags().catalog().find(made.getFirst())).isPresent();
            proposals.takeBack(made.subList(0, 1));
            assertThat(workspace.tags().catalog().find(made.getFirst())).isEmpty();
        }
    }

    private static List<JsonNode> tags(JsonNode answer) {
        List<JsonNode> tags = new ArrayList<>();
        answer.get("groups").forEach(group -> group.get("tags").forEach(tags::add));
        return tags;
    }

    private Workspace open(Path workspace) {
        return new Wiring(InstantSource.fixed(CliRun.NOW)).open(workspace);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(this::open, folder.resolve("workspace"), arguments);
    }
}
