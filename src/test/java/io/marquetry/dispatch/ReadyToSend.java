package io.marquetry.dispatch;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A workspace with as many people as wanted, their purchases, and a package for all of them that li
 * submitted and chen approved.
 */
public final class ReadyToSend {

    public static final PackageKey PACK = new PackageKey("pack_hello");
    public static final Instant NOW = SmallWorkspace.NOW;
    private static final SourceName SOURCE = new SourceName("people");
    private static final TagKey TEXT = new TagKey("text_push_hello");

    private ReadyToSend() {}

    /** Opens a folder that was filled, for somebody, at a time. */
    public static Workspace open(Path folder, String login, Instant now) {
        return wiring(folder, login, now).open(folder.resolve("workspace"));
    }

    /** Opens workspaces for somebody at a time. */
    public static Wiring wiring(Path folder, String login, Instant now) {
        return new Wiring(
                InstantSource.fixed(now),
                new MachineLogins(folder.resolve("config"), name -> null),
                new Actor(login));
    }

    /**
     * Runs a command as somebody, in a workspace below the folder; all that must hold holds then.
     */
    static CliRun run(
            Path folder, String workspace, String login, Instant now, String... arguments) {
        CliRun run = CliRun.in(wiring(folder, login, now), folder.resolve(workspace), arguments);
        Invariants.hold(folder.resolve(workspace));
        return run;
    }

    /** Returns the command that plans the approved version. */
    static String[] plan(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of("dispatch", "plan", "--package", PACK.value(), "--version", "1"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /**
     * Fills a folder.
     *
     * @param folder anew; its folder "workspace" becomes one
     */
    public static void fill(Path folder, int people, SourceEngine engine) {
        fill(folder, people, engine, "Dear {name|customer}, level {level|none}");
    }

    /** Fills a folder with a package whose text is this. */
    public static void fill(Path folder, int people, SourceEngine engine, String text) {
        fill(folder, workspace -> importPeople(workspace, folder, people, engine), text);
    }

    /**
     * Fills a folder from a database of a shop that is read in place and goes on being written:
     * what people put into carts, and what they buy.
     *
     * @return its file, with the tables people, carts and purchases; of the latter two none yet
     */
    static Path fillShop(Path folder, int people) {
        Path shop = folder.resolve("shop.duckdb");
        writeShop(
                shop,
                "create table people as select 'p' || i as id, 'yes' as member, 'gold' as level,"
                        + " 'N' || i as name from range(%d) t(i)".formatted(people),
                "create table carts (id varchar, happened timestamp)",
                "create table purchases (id varchar, happened timestamp)");
        fill(
                folder,
                workspace ->
                        workspace
                                .sources()
                                .add(
                                        SOURCE,
                                        "people",
                                        new SourcePlace.InPlace(
                                                shop.toString(),
                                                Optional.of("people"),
                                                Optional.of("id"),
                                                List.of(
                                                        new SourcePlace.InPlaceEvents(
                                                                "carts", "id", "happened"),
                                                        new SourcePlace.InPlaceEvents(
                                                                "purchases", "id", "happened"))),
                                        Optional.empty()),
                "Dear {name|customer}");
        return shop;
    }

    /** Changes the database of the shop. */
    static void writeShop(Path shop, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + shop);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Path folder, Consumer<Workspace> source, String text) {
        try (Workspace workspace = open(folder, "li", NOW)) {
            source.accept(workspace);
            Asset hello =
                    new Asset(
                            new AssetKey("hello"),
                            Asset.Kind.PUSH_TEMPLATE,
                            LocalizedText.of("Hello", "问候"),
                            Optional.of(LocalizedText.of(text, "{name|您}好")),
                            new TreeMap<>());
            workspace
                    .tags()
                    .save(
                            List.of(
                                    SmallWorkspace.tag("user_member_yes", "member", "yes"),
                                    SmallWorkspace.tag("user_level_gold", "level", "gold"),
                                    new Tag(
                                            TEXT,
                                            Category.CONTENT,
                                            LocalizedText.of("Hello", "问候"),
                                            LocalizedText.of("Hello", "问候"),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(new AssetKey("hello")))),
                            List.of(hello));
            workspace
                    .packages()
                    .create(
                            PACK,
                            LocalizedText.of("Hello to all", "向大家问好"),
                            SOURCE,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse("user_member_yes")),
                                    new PackageEdit.AddToZone(TEXT, Category.CONTENT, 0)));
            workspace.lives().submit(PACK, new CancelSignal());
        }
        try (Workspace workspace = open(folder, "chen", NOW)) {
            workspace
                    .lives()
                    .approve(PACK, 1, workspace.packages().version(PACK, 1).sha256(), false);
        }
    }

    private static void importPeople(
            Workspace workspace, Path folder, int people, SourceEngine engine) {
        CsvInput input = CsvInput.file(people(folder, people));
        CsvInput bought = CsvInput.file(purchases(folder, people));
        ImportPlan plan =
                new ImportPlan(
                        new TableFile.Separated(input, CsvDetection.detect(input)),
                        List.of(
                                ImportColumn.of("id", AttributeType.TEXT).withIncluded(false),
                                ImportColumn.of("member", AttributeType.TEXT),
                                ImportColumn.of("level", AttributeType.TEXT),
                                ImportColumn.of("name", AttributeType.TEXT),
                                ImportColumn.of("phone", AttributeType.TEXT),
                                ImportColumn.of("mail", AttributeType.TEXT),
                                ImportColumn.of("agrees", AttributeType.TEXT),
                                ImportColumn.of("zone", AttributeType.TEXT)),
                        Optional.of("id"),
                        List.of(),
                        SOURCE,
                        "people.csv",
                        Optional.empty(),
                        List.of(
                                new EventPlan(
                                        "purchases",
                                        new TableFile.Separated(
                                                bought, CsvDetection.detect(bought)),
                                        List.of(
                                                ImportColumn.of("id", AttributeType.TEXT),
                                                ImportColumn.of("at", AttributeType.DATETIME),
                                                ImportColumn.of("kind", AttributeType.TEXT),
                                                ImportColumn.decimal("spent", 2)),
                                        "id",
                                        "at")),
                        engine);
        workspace.sources().importFile(plan, ImportListener.none(), new CancelSignal()).close();
    }

    private static Path people(Path folder, int people) {
        Path file = folder.resolve("people.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,member,level,name,phone,mail,agrees,zone\n");
            for (int i = 0; i < people; i++) {
                out.write(
                        "p%d,yes,%s,N%d,%s,m138%06d@example.com,%s,%s\n"
                                .formatted(
                                        i,
                                        i % 5 == 0 ? "gold" : "basic",
                                        i,
                                        i % 50 == 0 ? "" : "+86138%08d".formatted(i),
                                        i,
                                        i % 12 == 0 ? "no" : "yes",
                                        ZONES.get(i % ZONES.size())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin", "America/New_York");

    /** Each third person buys: too early, at the first moment, at the last one, or too late. */
    private static Path purchases(Path folder, int people) {
        Path file = folder.resolve("purchases.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,at,kind,spent\n");
            for (int i = 0; i < people; i += 3) {
                LocalDateTime due = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);
                LocalDateTime at =
                        switch (i / 3 % 4) {
                            case 0 -> due.minusSeconds(1);
                            case 1 -> due;
                            case 2 -> due.plusDays(7).minusSeconds(1);
                            default -> due.plusDays(7);
                        };
                out.write(
                        "p%d,%s,%s,%d.50\n".formatted(i, at, i % 2 == 0 ? "food" : "toys", i % 40));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Returns whether a person bought in the seven days from the first moment on. */
    public static boolean buys(int person) {
        return person % 3 == 0 && (person / 3 % 4 == 1 || person / 3 % 4 == 2);
    }
}
