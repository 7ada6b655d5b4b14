package io.marquetry.workspace;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckRules;
import io.marquetry.check.CheckWeight;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A workspace with four customers and three tags of them. */
public final class SmallWorkspace {

    public static final SourceName CUSTOMERS = new SourceName("customers");
    public static final PackageKey ONE = new PackageKey("pack_one");
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private SmallWorkspace() {}

    /** Fills a folder and opens it. */
    public static Workspace open(Path folder) {
        Workspace workspace =
                new Wiring(InstantSource.fixed(NOW)).open(folder.resolve("workspace"));
        importCustomers(workspace, folder, CUSTOMERS);
        workspace
                .tags()
                .save(
                        List.of(
                                tag("user_level_gold", "level", "gold"),
                                tag("user_level_silver", "level", "silver"),
                                tag("user_city_beijing", "city", "北京")));
        // Packages of a few customers send nothing; that alone keeps none from its life.
        CheckRules rules = workspace.checks().rules();
        workspace.checks().rule(rules.with(CheckKind.CONTENT, CheckWeight.TELLS));
        return workspace;
    }

    /** Opens a folder that was filled, for somebody. */
    public static Workspace openAs(Path folder, String login) {
        return wiring(folder, login).open(folder.resolve("workspace"));
    }

    /** Opens workspaces for somebody. */
    public static Wiring wiring(Path folder, String login) {
        return new Wiring(
                InstantSource.fixed(NOW),
                new MachineLogins(folder.resolve("config"), name -> null),
                new Actor(login));
    }

    /** Imports the customers under a name. */
    public static void importCustomers(Workspace workspace, Path folder, SourceName name) {
        CsvInput input = CsvInput.file(file(folder));
        ImportPlan plan =
                new ImportPlan(
                        new TableFile.Separated(input, CsvDetection.detect(input)),
                        List.of(
                                ImportColumn.of("id", AttributeType.TEXT).withIncluded(false),
                                ImportColumn.of("level", AttributeType.TEXT),
                                ImportColumn.of("city", AttributeType.TEXT)),
                        Optional.of("id"),
                        List.of(),
                        name,
                        "customers.csv",
                        Optional.empty(),
                        List.of(),
                        SourceEngine.H2);
        workspace.sources().importFile(plan, ImportListener.none(), new CancelSignal()).close();
    }

    private static Path file(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("customers.csv"),
                    "id,level,city\n1,gold,北京\n2,gold,上海\n3,silver,北京\n4,,\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an audience tag of who has a value. */
    public static Tag tag(String key, String field, String value) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of(key, key),
                LocalizedText.of(field, field),
                Optional.empty(),
                Optional.of(new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(value))),
                Optional.empty());
    }
}
