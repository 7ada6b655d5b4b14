package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.cli.CliRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code source label}: what people call fields and events. */
class SourceLabelTest {

    @TempDir private Path folder;

    @BeforeEach
    void customersAreImported() throws IOException {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "id,custom_city,shoe_rack\n1,Paris,3\n2,Rome,4\n3,Paris,5\n");
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, "id,at,amount\n1,2026-01-01,5\n2,2026-01-02,7\n");
        assertThat(
                        run(
                                        "profiles",
                                        "import",
                                        people.toString(),
                                        "--key",
                                        "id",
                                        "--source",
                                        "shop",
                                        "--events",
                                        "buys=" + orders + ":id:at")
                                .code())
                .isZero();
    }

    @Test
    void fieldsAreCalledAsUsualUntilSomebodySaysOtherwise() {
        assertThat(run("source", "label", "shop").out())
                .containsSubsequence("custom_city", "City", "城市")
                .containsSubsequence("shoe_rack", "shoe_rack")
                .containsSubsequence("buys:amount", "Amount", "金额");

        assertThat(
                        run(
                                        "source",
                                        "label",
                                        "shop",
                                        "shoe_rack",
                                        "--en",
                                        "Pairs of shoes",
                                        "--zh",
                                        "鞋子")
                                .out())
                .containsSubsequence("shoe_rack", "Pairs of shoes", "鞋子");
        assertThat(run("source", "label", "shop", "buys", "--en", "orders").code()).isZero();

        assertThat(names(run("tag", "propose", "--source", "shop", "--column", "shoe_rack")))
                .contains("Pairs of shoes");
        assertThat(run("source", "list", "--json").json().get(0).get("labels").toString())
                .isEqualTo(
                        "{\"shoe_rack\":{\"en\":\"Pairs of shoes\",\"zh\":\"鞋子\"},"
                                + "\"buys\":{\"en\":\"orders\"}}");

        assertThat(run("source", "label", "shop", "shoe_rack", "--usual").out())
                .doesNotContain("Pairs of shoes");
    }

    @Test
    void labelsAreNoPartOfRulesAndDocuments() {
        String[] created = {
            "package",
            "create",
            "pack_a",
            "--name",
            "A",
            "--source",
            "shop",
            "--expression",
            "[shoe_rack ≥ 4]"
        };
        CliRun made = run(created);
        assertThat(made.code()).as(made.err()).isZero();
        String before = run("package", "show", "pack_a", "--json").out();
        assertThat(before).contains("shoe_rack");
        assertThat(run("source", "label", "shop", "shoe_rack", "--en", "Shoes").code()).isZero();
        assertThat(run("package", "show", "pack_a", "--json").out()).isEqualTo(before);
    }

    @Test
    void whatTheSourceDoesNotHaveIsRefused() {
        CliRun refused = run("source", "label", "shop", "nowhere", "--en", "X");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("neither a field nor events “nowhere”").contains("buys");
        assertThat(run("source", "label", "shop", "--en", "X").err()).contains("FIELD");
    }

    private static String names(CliRun run) {
        return run.out() + run.err();
    }

    private CliRun run(String... args) {
        return CliRun.in(folder.resolve("workspace"), args);
    }
}
