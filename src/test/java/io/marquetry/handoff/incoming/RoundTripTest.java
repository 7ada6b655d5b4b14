package io.marquetry.handoff.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceSql;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.handoff.EnclosedFile;
import io.marquetry.handoff.Generated;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.handoff.bundle.Bundle;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.handoff.enclose.Wanted;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.check.RuleExtent;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random packages of all kinds leave a workspace, come into an empty one, and leave that again as
 * the same bytes.
 */
class RoundTripTest {

    /** So many packages are in a workspace at a time. */
    private static final int TOGETHER = 100;

    private static final SourceName PEOPLE = new SourceName("people");

    @TempDir private Path folder;

    @Test
    void aHundredPackagesComeBackToTheByte() throws IOException {
        roundTrips(1, TOGETHER);
    }

    @Test
    @org.junit.jupiter.api.Tag("handoff")
    void tenThousandPackagesComeBackToTheByte() throws IOException {
        long seed = Long.getLong("marquetry.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        roundTrips(seed, 10_000);
    }

    private void roundTrips(long seed, int packages) throws IOException {
        long bytes = 0;
        int conditions = 0;
        int enclosing = 0;
        for (int done = 0; done < packages; done += TOGETHER) {
            Path round = Files.createDirectories(folder.resolve("round" + done));
            Map<PackageKey, byte[]> handed = new TreeMap<>();
            Map<PackageKey, byte[]> sent = sent(round, seed + done, handed);
            Path bundle = round.resolve("sent.mqpack");
            Map<String, byte[]> files = new TreeMap<>();
            handed.forEach((key, document) -> files.put(key.value() + ".json", document));
            BundleFile.write(bundle, new Bundle(files, List.of()));
            sentAgain(round, bundle)
                    .forEach(
                            (key, document) ->
                                    assertThat(new String(document, StandardCharsets.UTF_8))
                                            .as("seed %d, %s", seed, key)
                                            .isEqualTo(
                                                    new String(
                                                            sent.getOrDefault(key, new byte[0]),
                                                            StandardCharsets.UTF_8)));
            for (Map.Entry<PackageKey, byte[]> one : handed.entrySet()) {
                enclosing += Arrays.equals(one.getValue(), sent.get(one.getKey())) ? 0 : 1;
            }
            for (byte[] document : sent.values()) {
                bytes += document.length;
                conditions +=
                        new String(document, StandardCharsets.UTF_8).contains("\"condition\":")
                                ? 1
                                : 0;
            }
            delete(round);
        }
        assertThat(conditions).as("packages with conditions").isPositive();
        assertThat(enclosing).as("documents that enclose something").isGreaterThan(packages / 3);
        System.out.printf(
                "seed %d: %d packages, %d KB, %d of them with conditions, %d enclosing recipients or SQL, came"
                        + " back to the byte%n",
                seed, packages, bytes >> 10, conditions, enclosing);
    }

    /**
     * Composes random packages and exports them.
     *
     * @param handed gets what is handed over: of every other one a document that encloses something
     */
    private static Map<PackageKey, byte[]> sent(
            Path round, long seed, Map<PackageKey, byte[]> handed) throws IOException {
        Map<PackageKey, byte[]> sent = new TreeMap<>();
        Wiring wiring = new Wiring(InstantSource.fixed(CliRun.NOW));
        Path place = round.resolve("sender");
        importPeople(wiring, round, place);
        try (Workspace workspace = wiring.open(place)) {
            ProfileModel model = workspace.sources().get(PEOPLE).model();
            for (int i = 0; i < TOGETHER; i++) {
                PackageKey key = new PackageKey("pack_p" + i);
                compose(workspace, model, key, seed * TOGETHER + i);
                Path file = round.resolve(key.value() + ".json");
                PackageVersion version = workspace.packages().export(key, file, new CancelSignal());
                assertThat(version.number()).isEqualTo(1);
                sent.put(key, Files.readAllBytes(file));
                if (i % 2 == 1) {
                    enclose(workspace, version, file, new Random(seed * TOGETHER + i));
                }
                handed.put(key, Files.readAllBytes(file));
            }
        }
        return sent;
    }

    private static void enclose(
            Workspace workspace, PackageVersion version, Path file, Random random) {
        List<Wanted.Form> forms = List.of(Wanted.Form.values());
        List<AudienceSql.Engine> engines = List.of(AudienceSql.Engine.values());
        int what = random.nextInt(3);
        Wanted wanted =
                new Wanted(
                        what == 0
                                ? Optional.empty()
                                : Optional.of(forms.get(random.nextInt(forms.size()))),
                        what == 1
                                ? Optional.empty()
                                : Optional.of(engines.get(random.nextInt(engines.size()))),
                        random.nextBoolean());
        workspace.enclosing().write(version, file, wanted, new CancelSignal());
        ValidationReport judged = new PackageValidation().validate(file);
        assertThat(judged.findings()).isEmpty();
        assertThat(judged.recipients())
                .isEqualTo(what == 0 ? EnclosedFile.NONE : EnclosedFile.GENUINE);
    }

    private static void compose(
            Workspace workspace, ProfileModel model, PackageKey key, long seed) {
        Random random = new Random(seed);
        Generated any = new Generated(seed);
        RandomRules rules = new RandomRules(random, model);
        List<Tag> tags = audienceTags(rules, key, any, 1 + random.nextInt(4));
        List<TagKey> who = tags.stream().map(Tag::key).toList();
        List<Asset> assets = new ArrayList<>();
        List<PackageEdit> edits = new ArrayList<>();
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Tag tag = other(key, zone, i, any, assets);
                tags.add(tag);
                edits.add(new PackageEdit.AddToZone(tag.key(), zone, 0));
            }
        }
        workspace.tags().save(tags, assets);
        edits.add(new PackageEdit.ReplaceAudience(audience(rules, who, random)));
        workspace.packages().create(key, any.text(), PEOPLE, edits);
    }

    private static List<Tag> audienceTags(
            RandomRules rules, PackageKey key, Generated any, int count) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<TagKey> earlier = tags.stream().map(Tag::key).toList();
            TagCatalog catalog = new TagCatalog(List.copyOf(tags));
            TagRule rule = rules.rule(earlier);
            while (RuleExtent.of(rule, catalog).parts() > 100) {
                rule = rules.rule(earlier);
            }
            tags.add(
                    new Tag(
                            new TagKey("user_" + key.value().replace("_", "") + "_t" + i),
                            Category.AUDIENCE,
                            any.text(),
                            any.text(),
                            any.number(2) == 0 ? Optional.empty() : Optional.of(any.text()),
                            Optional.of(rule),
                            Optional.empty()));
        }
        return tags;
    }

    private static Tag other(
            PackageKey key, Category zone, int number, Generated any, List<Asset> assets) {
        String name = zone.name().toLowerCase(Locale.ROOT);
        Optional<AssetKey> stands = Optional.empty();
        if (any.number(3) > 0) {
            Asset asset = any.asset();
            stands = Optional.of(new AssetKey(key.value() + "_" + name + number));
            assets.add(
                    new Asset(
                            stands.get(), asset.kind(), asset.name(), asset.body(), asset.facts()));
        }
        return new Tag(
                new TagKey(name + "_" + key.value().replace("_", "") + "_n" + number),
                zone,
                any.text(),
                any.text(),
                Optional.empty(),
                Optional.empty(),
                stands);
    }

    /** Makes audiences until one is finished: without groups that state nothing. */
    private static AudienceExpression.AllOf audience(
            RandomRules rules, List<TagKey> who, Random random) {
        while (true) {
            AudienceExpression made = rules.expression(who, random.nextInt(4));
            AudienceExpression.AllOf all =
                    made instanceof AudienceExpression.AllOf group
                            ? group
                            : new AudienceExpression.AllOf(List.of(made));
            if (isFinished(all)) {
                return all;
            }
        }
    }

    private static boolean isFinished(AudienceExpression.Group group) {
        return !group.members().isEmpty()
                && group.members().stream()
                        .allMatch(
                                member ->
                                        !(member instanceof AudienceExpression.Group inner)
                                                || isFinished(inner));
    }

    /** Takes them into an empty workspace and exports them from there. */
    private static Map<PackageKey, byte[]> sentAgain(Path round, Path bundle) throws IOException {
        Map<PackageKey, byte[]> sent = new TreeMap<>();
        try (Workspace workspace =
                new Wiring(InstantSource.fixed(CliRun.NOW)).open(round.resolve("receiver"))) {
            Incoming incoming = workspace.incoming().look(List.of(bundle));
            assertThat(incoming.items()).allMatch(item -> item.standing() == Standing.NEW);
            Taken taken = workspace.incoming().take(incoming, Choices.NONE);
            assertThat(taken.packages()).hasSize(TOGETHER);
            for (PackageKey key : taken.packages()) {
                Path file = round.resolve("again.json");
                workspace.packages().export(key, file, new CancelSignal());
                sent.put(key, Files.readAllBytes(file));
            }
        }
        return sent;
    }

    private static void importPeople(Wiring wiring, Path round, Path place) throws IOException {
        Path people =
                Files.writeString(
                        round.resolve("people.csv"),
                        """
                        id,level,age,spent,born,seen,mail_ok
                        1,gold,30,12.50,1990-01-31,2025-12-01 10:00:00,true
                        2,silver,41,0.01,1984-02-29,2025-12-31 23:59:59,false
                        3,,,,,,
                        4,it's,7,-3.25,2018-06-30,2026-01-01 00:00:00,true
                        """);
        Path orders =
                Files.writeString(
                        round.resolve("orders.csv"),
                        """
                        who,at,shop,amount,paid
                        1,2025-11-01 09:00:00,北京,12.50,true
                        1,2025-12-01 09:00:00,Web,3,false
                        2,2025-12-24 18:30:00,Web,99.99,true
                        """);
        CliRun run =
                CliRun.of(
                        wiring,
                        "profiles",
                        "import",
                        people.toString(),
                        "--source",
                        PEOPLE.value(),
                        "--key",
                        "id",
                        "--events",
                        "orders=" + orders + ":who:at",
                        "--workspace",
                        place.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static void delete(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
