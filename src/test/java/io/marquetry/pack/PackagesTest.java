package io.marquetry.pack;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.NOW;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.source.ListedSources;
import io.marquetry.tag.Category;
import io.marquetry.tag.ListedTags;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** What window and command line do to packages, over a real workspace. */
class PackagesTest {

    private static final LocalizedText NAME = LocalizedText.of("One", "一");

    @TempDir private Path folder;

    private Workspace workspace;
    private Packages packages;

    @BeforeEach
    void open() {
        workspace = SmallWorkspace.open(folder);
        packages = workspace.packages();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void create(PackageKey key, String audience) {
        packages.create(
                key,
                NAME,
                CUSTOMERS,
                List.of(new PackageEdit.ReplaceAudience(ExpressionText.parse(audience))));
    }

    private PackageVersion finish() {
        return packages.finish(ONE, new CancelSignal());
    }

    private static Problem problem(ThrowingCallable work) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, work);
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    @Test
    void packageIsMadeOfItsEditsAndThatCanBeUndone() {
        create(ONE, "user_level_gold");
        PackageDraft draft = packages.get(ONE);
        assertThat(draft.edits()).hasSize(1);
        assertThat(draft.undo().current()).isEqualTo(AssetPackage.empty(ONE, NAME, CUSTOMERS));
    }

    @Test
    void packageThatCannotBeMadeLeavesNothing() {
        create(ONE, "user_level_gold");
        assertThat(problem(() -> create(ONE, "user_level_silver")))
                .isEqualTo(Problem.of("problem.package.taken", "pack_one"));
        PackageKey other = new PackageKey("pack_other");
        assertThat(problem(() -> create(other, "user_not_there")))
                .isEqualTo(Problem.of("problem.tag.unknown", "user_not_there"));
        assertThat(problem(() -> packages.create(other, NAME, new SourceName("gone"), List.of())))
                .isEqualTo(Problem.of("problem.source.unknown", "gone"));
        assertThat(packages.keys()).containsExactly(ONE);
        assertThat(problem(() -> packages.get(other)))
                .isEqualTo(Problem.of("problem.package.unknown", "pack_other"));
    }

    @Test
    void whatSaysTheSameIsNotFinishedAgain() {
        create(ONE, "user_level_gold");
        PackageVersion first = finish();
        assertThat(finish()).isEqualTo(first);
        assertThat(packages.versionCount(ONE)).isEqualTo(1);
        assertThat(first.createdAt()).isEqualTo(NOW);
        packages.rename(ONE, LocalizedText.of("Two", "二"));
        assertThat(finish().number()).isEqualTo(2);
        assertThat(packages.latest(ONE)).map(PackageVersion::number).contains(2);
        assertThat(packages.version(ONE, 1)).isEqualTo(first);
        assertThat(problem(() -> packages.version(ONE, 3)))
                .isEqualTo(Problem.of("problem.package.noVersion", "pack_one", 3));
    }

    /** Renames as somebody does who is told that another was quicker. */
    private void renameAfterAll(String name) {
        boolean renamed = false;
        while (!renamed) {
            try {
                packages.rename(ONE, LocalizedText.of(name, name));
                renamed = true;
            } catch (ProblemException overtaken) {
                assertThat(overtaken.problem())
                        .isEqualTo(Problem.of("problem.save.overtaken", "pack_one"));
            }
        }
    }

    @Test
    void manyWhoFinishAtOnceGetNumbersInARow() throws Exception {
        create(ONE, "user_level_gold");
        int many = 6;
        CountDownLatch ready = new CountDownLatch(many);
        List<Callable<PackageVersion>> work = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String name = "By " + i;
            Path file = folder.resolve("by" + i + ".json");
            work.add(
                    () -> {
                        ready.countDown();
                        assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
                        renameAfterAll(name);
                        return packages.export(ONE, file, new CancelSignal());
                    });
        }
        ExecutorService pool = Executors.newFixedThreadPool(many);
        List<PackageVersion> made = new ArrayList<>();
        try {
            for (Future<PackageVersion> one : pool.invokeAll(work)) {
                made.add(one.get());
            }
        } finally {
            pool.shutdown();
        }
        List<PackageVersion> kept = packages.versions(ONE);
        assertThat(kept).containsAll(made);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).number()).isEqualTo(i + 1);
        }
        for (int i = 0; i < many; i++) {
            assertThat(Files.readString(folder.resolve("by" + i + ".json")))
                    .isEqualTo(made.get(i).document());
        }
    }

    @Test
    void twoWhoMakeTheSamePackageAtOnceGetOneAndASentence() throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        Callable<Boolean> making =
                () -> {
                    ready.countDown();
                    assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
                    try {
                        create(ONE, "user_level_gold");
                        return true;
                    } catch (ProblemException e) {
                        assertThat(e.problem())
                                .isEqualTo(Problem.of("problem.package.taken", "pack_one"));
                        return false;
                    }
                };
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = pool.submit(making);
            Future<Boolean> second = pool.submit(making);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void exportedFileIsValidAndAnOldVersionIsWrittenAgain() throws IOException {
        create(ONE, "user_level_gold");
        Path first = folder.resolve("first.json");
        packages.export(ONE, first, new CancelSignal());
        assertThat(new PackageValidation().validate(first).isValid()).isTrue();
        packages.rename(ONE, LocalizedText.of("Two", "二"));
        packages.export(ONE, folder.resolve("second.json"), new CancelSignal());
        Path again = Files.writeString(folder.resolve("again.json"), "what was there");
        assertThat(packages.export(ONE, 1, again).number()).isEqualTo(1);
        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void exportThatCannotBeWrittenLeavesNeitherFileNorVersion() throws IOException {
        create(ONE, "user_level_gold");
        Path nowhere = folder.resolve("not").resolve("there.json");
        assertThat(problem(() -> packages.export(ONE, nowhere, new CancelSignal())).key())
                .isEqualTo("problem.output.noFolder");
        assertThat(problem(() -> packages.export(ONE, folder, new CancelSignal())))
                .isEqualTo(Problem.of("problem.output.notAFile", folder.toString()));
        assertThat(packages.versionCount(ONE)).isZero();
        assertThat(folder.resolve("not")).doesNotExist();
        assertThat(unfinished()).isEmpty();
        assertThat(finish().number()).isEqualTo(1);
    }

    @Test
    void documentThatItsReceiverWouldRefuseIsNotPutInPlace() throws IOException {
        Problem fault = Problem.of("problem.document.hash", "#/sha256");
        ListedPackages kept = new ListedPackages(NOW);
        Packages refused =
                new Packages(
                        kept,
                        new ListedTags(),
                        new ListedSources(workspace.sources().get(CUSTOMERS)),
                        new PackageDocuments() {
                            @Override
                            public List<Problem> problems(AssetPackage pack) {
                                return List.of();
                            }

                            @Override
                            public Function<Optional<PackageVersion>, PackageVersion> finish(
                                    AssetPackage pack, Instant at, CancelSignal signal) {
                                return newest -> new PackageVersion(pack.key(), 1, "{}", "00", at);
                            }

                            @Override
                            public AssetPackage pack(PackageVersion version) {
                                throw new UnsupportedOperationException("nobody reads it");
                            }

                            @Override
                            public List<Problem> findings(byte[] document) {
                                return List.of(fault);
                            }
                        },
                        InstantSource.fixed(NOW));
        refused.create(ONE, NAME, CUSTOMERS, List.of());
        Path file = Files.writeString(folder.resolve("pack.json"), "what was there");
        assertThat(problem(() -> refused.export(ONE, file, new CancelSignal()))).isEqualTo(fault);
        assertThat(file).hasContent("what was there");
        assertThat(unfinished()).isEmpty();
        assertThat(kept.versionCount(ONE)).isZero();
    }

    @Test
    void archivedPackageNeedsNothingAndComesBack() {
        create(ONE, "user_level_gold");
        finish();
        assertThat(problem(() -> workspace.sources().remove(CUSTOMERS)))
                .isEqualTo(Problem.of("problem.source.used", "customers", "pack_one"));
        assertThat(problem(() -> packages.delete(ONE)))
                .isEqualTo(Problem.of("problem.package.hasVersions", "pack_one", 1));
        packages.archive(ONE);
        assertThat(packages.list()).isEmpty();
        assertThat(packages.archived()).hasSize(1);
        assertThat(packages.isArchived(ONE)).isTrue();
        assertThat(problem(this::finish))
                .isEqualTo(Problem.of("problem.package.archived", "pack_one"));
        assertThat(problem(() -> create(ONE, "user_level_gold")).key())
                .isEqualTo("problem.package.taken");
        workspace.tags().remove(new TagKey("user_level_gold"));
        workspace.sources().remove(CUSTOMERS);
        packages.restore(ONE);
        assertThat(packages.list()).hasSize(1);
        assertThat(packages.problems(packages.get(ONE).current()))
                .containsExactly(Problem.of("problem.source.unknown", "customers"));
        assertThat(problem(() -> packages.archive(new PackageKey("pack_none"))))
                .isEqualTo(Problem.of("problem.package.unknown", "pack_none"));
    }

    @Test
    void whatIsPutAwayComesBackWithItsHistory() {
        PackageKey two = new PackageKey("pack_two");
        create(ONE, "user_level_gold");
        create(two, "user_level_silver");
        finish();
        PackageDraft draft = packages.get(two);
        Packages.PutAway away =
                packages.putAway(List.of(ONE, two, new PackageKey("pack_gone_already")));
        assertThat(away.archived()).containsExactly(ONE);
        assertThat(packages.draft(two)).isEmpty();
        assertThat(packages.isListed(ONE)).isFalse();
        assertThat(packages.list()).isEmpty();
        packages.bringBack(away);
        assertThat(packages.isListed(ONE)).isTrue();
        assertThat(packages.get(two).edits()).isEqualTo(draft.edits());
        assertThat(packages.get(two).current()).isEqualTo(draft.current());
    }

    @Test
    void copyHasAKeyOfItsOwnAlsoWhereTheFirstCopyIsArchived() {
        create(ONE, "user_level_gold");
        PackageKey copy = packages.duplicate(ONE, LocalizedText.of("Copy", "副本"));
        assertThat(copy.value()).isEqualTo("pack_one_2");
        packages.archive(copy);
        assertThat(packages.duplicate(ONE, NAME).value()).isEqualTo("pack_one_3");
        AllOf audience = packages.get(copy).base().audience();
        assertThat(ExpressionText.write(audience)).isEqualTo("user_level_gold");
        assertThat(packages.get(copy).edits()).isEmpty();
    }

    @Test
    void revertedPackageSaysWhatTheVersionSaysAndCanBeUndone() {
        workspace.tags().save(List.of(offer("coupon_value_10"), offer("coupon_value_20")));
        create(ONE, "user_level_gold");
        save(
                new PackageEdit.AddToZone(new TagKey("coupon_value_10"), Category.BENEFIT, 0),
                new PackageEdit.AddToZone(new TagKey("coupon_value_20"), Category.BENEFIT, 1));
        PackageVersion version = finish();
        AssetPackage then = packages.get(ONE).current();
        assertThat(packages.said(version)).isEqualTo(then);
        assertThat(packages.revert(ONE, 1)).isFalse();
        save(
                new PackageEdit.Rename(LocalizedText.of("Two", "二")),
                new PackageEdit.ReplaceAudience(ExpressionText.parse("user_city_beijing")),
                new PackageEdit.RemoveFromZone(Category.BENEFIT, 0));
        AssetPackage now = packages.get(ONE).current();
        assertThat(PackageDifference.between(then, now))
                .containsExactly(
                        new PackageDifference.Name(NAME, LocalizedText.of("Two", "二")),
                        new PackageDifference.Audience(then.audience(), now.audience()),
                        new PackageDifference.Zone(
                                Category.BENEFIT,
                                List.of(),
                                List.of(new TagKey("coupon_value_10")),
                                List.of(new TagKey("coupon_value_20"))));
        assertThat(packages.revert(ONE, 1)).isTrue();
        assertThat(packages.get(ONE).current()).isEqualTo(then);
        assertThat(packages.get(ONE).undo().current()).isNotEqualTo(then);
        assertThat(finish()).isEqualTo(version);
        workspace.packages().putAway(List.of(ONE));
        workspace.tags().remove(new TagKey("coupon_value_10"));
        packages.restore(ONE);
        save(new PackageEdit.RemoveFromZone(Category.BENEFIT, 0));
        assertThat(problem(() -> packages.revert(ONE, 1)))
                .isEqualTo(Problem.of("problem.tag.unknown", "coupon_value_10"));
    }

    private void save(PackageEdit... edits) {
        PackageDraft draft = packages.get(ONE);
        for (PackageEdit edit : edits) {
            draft = draft.apply(edit);
        }
        Drafts.put(packages, draft);
    }

    private static Tag offer(String key) {
        return new Tag(
                new TagKey(key),
                Category.BENEFIT,
                LocalizedText.of(key, key),
                LocalizedText.of("Offers", "优惠"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void newNameIsOneMoreEdit() {
        create(ONE, "user_level_gold");
        packages.rename(ONE, LocalizedText.of("Two", "二"));
        assertThat(packages.get(ONE).current().name()).isEqualTo(LocalizedText.of("Two", "二"));
        assertThat(packages.get(ONE).undo().current().name()).isEqualTo(NAME);
    }

    @Test
    void tagsOfAllPackagesAreKnownToGovernance() {
        create(ONE, "user_level_gold and not user_city_beijing");
        assertThat(packages.tags())
                .containsExactlyInAnyOrder(
                        new TagKey("user_level_gold"), new TagKey("user_city_beijing"));
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".unfinished")).toList();
        }
    }
}
