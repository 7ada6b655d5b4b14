package io.marquetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The figures that 84.51° and dunnhumby publish for The Complete Journey 2.0, from the imported
 * files and the break-downs of the product.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class CompleteJourneyTest {

    private static final TagKey CHOSEN = new TagKey("user_row_chosen");

    private Path folder;
    private Workspace workspace;

    @BeforeAll
    void importFiles(@TempDir Path temp) throws IOException {
        folder = temp;
        Wiring wiring = new Wiring(InstantSource.system());
        run(wiring, "coupons", coupons(), 116_204, "coupon_upc", "product_id", "campaign_id");
        run(wiring, "campaigns", campaigns(), 6_589, "campaign_id", "household_id");
        run(
                wiring,
                "coupon_redemptions",
                redemptions(),
                2_102,
                "household_id",
                "coupon_upc",
                "campaign_id");
        workspace = wiring.open(folder.resolve("workspace"));
    }

    @AfterAll
    void close() {
        workspace.close();
    }

    @Test
    void campaignsTargetTheirHouseholds() {
        assertThat(kinds(all("campaigns", "campaign_id"))).isEqualTo(27);
        assertThat(kinds(all("campaigns", "household_id"))).isEqualTo(1_559);
        assertThat(where("campaigns", "campaign_id", "18")).isEqualTo(1_133);
        assertThat(where("campaigns", "campaign_id", "13")).isEqualTo(1_077);
        assertThat(where("campaigns", "campaign_id", "8")).isEqualTo(1_076);
        assertThat(where("campaigns", "campaign_id", "24")).isEqualTo(12);
    }

    @Test
    void aCouponCoversManyProducts() {
        assertThat(kinds(all("coupons", "coupon_upc"))).isEqualTo(981);
        // The published walk-through looks at the coupon within campaign 18.
        Breakdown products =
                ask(
                        "coupons",
                        chosen(
                                new TagRule.All(
                                        List.of(
                                                is("coupon_upc", "55410000076"),
                                                is("campaign_id", "18")))),
                        "product_id");
        assertThat(kinds(products)).isEqualTo(50);
        assertThat(kinds(some("coupons", "campaign_id", "18", "coupon_upc"))).isEqualTo(209);
    }

    @Test
    void someCouponsAreRedeemedMoreThanOthers() {
        Breakdown coupons = all("coupon_redemptions", "coupon_upc");
        assertThat(kinds(coupons)).isEqualTo(491);
        assertThat(coupons.bars().subList(0, 3))
                .containsExactly(
                        new Breakdown.OfValue("10000085475", 63),
                        new Breakdown.OfValue("51600070033", 52),
                        new Breakdown.OfValue("54154888076", 49));
        assertThat(kinds(all("coupon_redemptions", "household_id"))).isEqualTo(410);
    }

    @Test
    void redemptionsBelongToCampaigns() {
        for (Map.Entry<String, List<Integer>> campaign :
                Map.of("18", List.of(214, 653), "13", List.of(196, 629), "8", List.of(158, 372))
                        .entrySet()) {
            String id = campaign.getKey();
            assertThat(kinds(some("coupon_redemptions", "campaign_id", id, "household_id")))
                    .as("households that redeemed in campaign %s", id)
                    .isEqualTo(campaign.getValue().getFirst().longValue());
            assertThat(where("coupon_redemptions", "campaign_id", id))
                    .as("redemptions in campaign %s", id)
                    .isEqualTo(campaign.getValue().getLast().longValue());
        }
        assertThat(where("coupon_redemptions", "campaign_id", "24")).isZero();
    }

    @Test
    void household208IsAsPublished() {
        assertThat(values(some("campaigns", "household_id", "208", "campaign_id")).keySet())
                .containsExactlyInAnyOrder("8", "13", "17", "18", "22", "26", "27");
        assertThat(values(some("coupon_redemptions", "household_id", "208", "campaign_id")))
                .isEqualTo(Map.of("8", 1L, "18", 4L));
    }

    /** Returns which household was targeted by which campaign. */
    protected Path campaigns() throws IOException {
        return unpacked("/sample/contacts.csv.gz");
    }

    /** Returns which coupon covers which product in which campaign. */
    protected Path coupons() throws IOException {
        return unpacked("/complete-journey/coupons.csv.gz");
    }

    /** Returns which household redeemed which coupon. */
    protected Path redemptions() throws IOException {
        return unpacked("/sample/redemptions.csv.gz");
    }

    private Path unpacked(String resource) throws IOException {
        Path file = folder.resolve(resource.replaceAll(".*/|\\.gz", ""));
        try (InputStream packed = CompleteJourneyTest.class.getResourceAsStream(resource)) {
            Files.copy(new GZIPInputStream(packed), file);
        }
        return file;
    }

    private void run(Wiring wiring, String name, Path file, int rows, String... ids) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "profiles",
                                "import",
                                file.toString(),
                                "--source",
                                name,
                                "--workspace",
                                folder.resolve("workspace").toString(),
                                "--json"));
        for (String id : ids) {
            arguments.add("--type");
            arguments.add(id + "=TEXT");
        }
        CliRun imported = CliRun.of(wiring, arguments.toArray(String[]::new));
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("\"accepted\":" + rows).contains("\"rejected\":0");
    }

    private Breakdown all(String source, String attribute) {
        AudienceQuery everybody =
                new AudienceQuery(new AllOf(List.of()), new TagCatalog(List.of()));
        return ask(source, everybody, attribute);
    }

    private Breakdown some(String source, String field, String value, String attribute) {
        return ask(source, chosen(is(field, value)), attribute);
    }

    private static TagRule is(String field, String value) {
        return new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(value));
    }

    private Breakdown ask(String source, AudienceQuery query, String attribute) {
        return workspace
                .audiences()
                .readers()
                .reader(new SourceName(source))
                .breakDown(query, attribute, new CancelSignal());
    }

    private long where(String source, String field, String value) {
        return some(source, field, value, field).bars().stream()
                .mapToLong(Breakdown.Bar::count)
                .sum();
    }

    private static AudienceQuery chosen(TagRule rule) {
        LocalizedText name = LocalizedText.of("Chosen", "选中");
        Tag tag =
                new Tag(
                        CHOSEN,
                        Category.AUDIENCE,
                        name,
                        name,
                        Optional.empty(),
                        Optional.of(rule),
                        Optional.empty());
        return new AudienceQuery(
                new AllOf(List.of(new TagRef(CHOSEN))), new TagCatalog(List.of(tag)));
    }

    private static Map<String, Long> values(Breakdown breakdown) {
        return breakdown.bars().stream()
                .map(Breakdown.OfValue.class::cast)
                .collect(Collectors.toMap(Breakdown.OfValue::value, Breakdown.OfValue::count));
    }

    private static long kinds(Breakdown breakdown) {
        return breakdown.bars().stream()
                .mapToLong(
                        bar ->
                                switch (bar) {
                                    case Breakdown.OfValue one -> 1;
                                    case Breakdown.OfOthers others -> others.values();
                                    case Breakdown.OfRange range -> 1;
                                    case Breakdown.OfMissing missing -> 0;
                                })
                .sum();
    }
}
