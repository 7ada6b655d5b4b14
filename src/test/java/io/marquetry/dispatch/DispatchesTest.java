package io.marquetry.dispatch;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.pack.PackageEdit;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A package goes out from the command line: planned by one, agreed to by another, sent. */
class DispatchesTest {

    private static final String TEXT = "text_push_hello";

    @TempDir private Path folder;

    @BeforeEach
    void fill() {
        SmallWorkspace.open(folder).close();
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            Asset hello =
                    new Asset(
                            new AssetKey("hello"),
                            Asset.Kind.PUSH_TEMPLATE,
                            LocalizedText.of("Hello", "问候"),
                            Optional.of(
                                    LocalizedText.of(
                                            "Dear {name|customer} in {city}", "{city}的客户您好")),
                            new TreeMap<>());
            workspace
                    .tags()
                    .save(
                            List.of(
                                    new Tag(
                                            new TagKey(TEXT),
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
                            ONE,
                            LocalizedText.of("One", "一"),
                            CUSTOMERS,
                            List.of(
                                    new PackageEdit.ReplaceAudience(
                                            ExpressionText.parse(
                                                    "user_level_gold or user_city_beijing")),
                                    new PackageEdit.AddToZone(
                                            new TagKey(TEXT), Category.CONTENT, 0)));
            workspace.lives().submit(ONE, new CancelSignal());
        }
    }

    private CliRun run(String who, String... arguments) {
        CliRun run =
                CliRun.in(
                        SmallWorkspace.wiring(folder, who), folder.resolve("workspace"), arguments);
        Invariants.hold(folder.resolve("workspace"));
        return run;
    }

    private void approve() {
        try (Workspace workspace = SmallWorkspace.openAs(folder, "chen")) {
            workspace.lives().approve(ONE, 1, workspace.packages().version(ONE, 1).sha256(), false);
        }
    }

    private CliRun plan(String... more) {
        List<String> all = new ArrayList<>(List.of("--quiet", "none"));
        all.addAll(List.of(more));
        return planInUsualHours(all.toArray(String[]::new));
    }

    private CliRun planInUsualHours(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "dispatch",
                                "plan",
                                "--package",
                                "pack_one",
                                "--version",
                                "1",
                                "--set",
                                "name=Li"));
        all.addAll(List.of(more));
        return run("li", all.toArray(String[]::new));
    }

    @Test
    void onlyAnApprovedVersionGoesOut() {
        CliRun refused = plan();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("in review");
        approve();
        assertThat(plan().code()).isZero();
    }

    @Test
    void everybodyOfTheAudienceIsCountedOnceAndTheWholeStands() {
        approve();
        CliRun planned = plan("--consent", "level=gold", "--dry-run", "--json");
        assertThat(planned.err()).isEmpty();
        assertThat(planned.json().get("gross").asInt()).isEqualTo(3);
        assertThat(planned.json().get("reasons").get("NO_CONSENT").asInt()).isEqualTo(1);
        assertThat(planned.json().get("lifted").get("NO_CONSENT").asInt()).isEqualTo(1);
        assertThat(planned.json().get("net").asInt()).isEqualTo(2);
        assertThat(run("li", "dispatch", "list").err()).contains("no dispatches");
    }

    @Test
    void aTimeOfPeoplesOwnDayIsKeptAndRefusedWhereItIsQuiet() {
        approve();
        CliRun planned =
                plan("--local-time", "10:00", "--zone", "Asia/Shanghai", "--dry-run", "--json");
        assertThat(planned.err()).isEmpty();
        assertThat(planned.json().get("first").asString()).endsWith("T02:00:00Z");
        assertThat(planned.json().get("last")).isEqualTo(planned.json().get("first"));
        CliRun quiet = planInUsualHours("--local-time", "23:00");
        assertThat(quiet.code()).isEqualTo(1);
        assertThat(quiet.err()).contains("23:00").contains("quiet hours");
        assertThat(plan("--local-time", "noon").err()).contains("“noon”");
    }

    @Test
    void plannedByOneAgreedToByAnotherSentToAllWithReceipts() {
        approve();
        CliRun planned = plan();
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("Frozen as dispatch 1");
        assertThat(run("li", "dispatch", "run", "1").code()).isEqualTo(1);
        assertThat(run("li", "dispatch", "approve", "1").err()).contains("yourself");
        assertThat(run("chen", "dispatch", "approve", "1").code()).isZero();
        CliRun sent = run("chen", "dispatch", "run", "--due", "--json");
        assertThat(sent.err()).isEmpty();
        Status status;
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            status = workspace.dispatches().status(new DispatchId(1));
        }
        assertThat(status.state()).isEqualTo(DispatchState.DONE);
        assertThat(status.in(RecipientState.SENT) + status.in(RecipientState.FAILED)).isEqualTo(3);
        long told =
                status.receipts().getOrDefault(Receipt.Kind.DELIVERED, 0L)
                        + status.receipts().getOrDefault(Receipt.Kind.UNDELIVERED, 0L);
        assertThat(told).isEqualTo(status.in(RecipientState.SENT));
        assertThat(run("chen", "dispatch", "run", "1").err()).contains("done");
    }

    @Test
    void sourceStaysUntilNothingIsSentToItsPeopleAnyMore() {
        approve();
        plan();
        CliRun archived = run("chen", "package", "archive", "pack_one", "--reason", "Over.");
        assertThat(archived.code()).as(archived.err()).isZero();
        CliRun refused = run("li", "source", "remove", CUSTOMERS.value());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("dispatch 1 of pack_one has not ended");
        assertThat(run("li", "dispatch", "cancel", "1").code()).isZero();
        assertThat(run("li", "source", "remove", CUSTOMERS.value()).code()).isZero();
    }

    @Test
    void aCopiedFileSendsNothingByItself() throws IOException {
        approve();
        assertThat(plan().code()).isZero();
        assertThat(run("chen", "dispatch", "approve", "1").code()).isZero();
        Path file = folder.resolve("workspace/dispatches/1.mv.db");
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.delete(file);
        Files.move(copy, file);
        CliRun run = run("chen", "dispatch", "run", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("paused").contains("copy");
        assertThat(
                        run("chen", "dispatch", "status", "1", "--json")
                                .json()
                                .get("people")
                                .get("WAITING")
                                .asInt())
                .isEqualTo(3);
        assertThat(run("chen", "dispatch", "run", "1").out()).contains("done");
    }

    @Test
    void aSecondDispatchCountsWhatTheFirstSent() {
        approve();
        plan();
        run("chen", "dispatch", "approve", "1");
        run("chen", "dispatch", "run", "1");
        // The demonstration refuses one in fifty by chance: they had none yet.
        JsonNode first = run("li", "dispatch", "status", "1", "--json").json();
        CliRun capped = plan("--cap", "1/7", "--dry-run", "--json");
        assertThat(capped.json().get("reasons").get("CAPPED").asInt())
                .isEqualTo(first.get("people").get("SENT").asInt());
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        approve();
        assertThat(plan("--address", "phone").err()).contains("phone").contains("level");
    }

    /** Whoever waits is sent nothing any more, and whoever was sent to stands in no file. */
    @Test
    void erasedPersonIsInNoFileAndIsSentNothing() throws IOException {
        approve();
        plan("--set", "name=Li");
        run("chen", "dispatch", "approve", "1");
        assertThat(run("chen", "dispatch", "run", "1").out()).contains("done");
        plan();
        run("chen", "dispatch", "approve", "2");
        String key = keys(2).getFirst();
        CliRun erased = run("li", "workspace", "erase-person", key);
        assertThat(erased.out()).contains("Dispatch 1").contains("Dispatch 2");
        assertThat(keys(1)).hasSize(3).doesNotContain(key);
        assertThat(keys(2)).hasSize(3).doesNotContain(key);
        assertThat(run("chen", "dispatch", "run", "2").out()).contains("done");
        try (Workspace workspace = SmallWorkspace.openAs(folder, "li")) {
            Status status = workspace.dispatches().status(new DispatchId(2));
            assertThat(status.in(RecipientState.LATE_EXCLUDED)).isEqualTo(1);
            assertThat(status.in(RecipientState.SENT) + status.in(RecipientState.FAILED))
                    .isEqualTo(2);
        }
    }

    private List<String> keys(int dispatch) {
        List<String> keys = new ArrayList<>();
        try (DispatchFile file =
                new H2DispatchFiles(folder.resolve("workspace")).open(new DispatchId(dispatch))) {
            file.recipients(person -> keys.add(person.key()));
        }
        return keys;
    }

    /** Not in what the database calls deleted, either. */
    @Test
    void whoIsForgottenIsNowhereInTheFile() throws IOException {
        H2DispatchFiles files =
                FrozenExample.freeze(folder, 9, Instant.parse("2026-11-27T06:00:00Z"));
        Path written = folder.resolve("dispatches").resolve("1.mv.db");
        assertThat(content(written)).contains("key-7").contains("address-7");
        try (DispatchFile file = files.open(FrozenExample.ID)) {
            file.forget(7);
        }
        assertThat(content(written)).doesNotContain("key-7", "address-7");
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
