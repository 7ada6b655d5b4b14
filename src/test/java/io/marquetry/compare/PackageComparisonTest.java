package io.marquetry.compare;

import static io.marquetry.workspace.SmallWorkspace.CUSTOMERS;
import static io.marquetry.workspace.SmallWorkspace.ONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.index.question.Explanation;
import io.marquetry.pack.Drafts;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.SmallWorkspace;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Packages beside each other and beside their versions, counted among four real customers. */
class PackageComparisonTest {

    private static final PackageKey TWO = new PackageKey("pack_two");
    private static final PackageKey ELSEWHERE = new PackageKey("pack_elsewhere");
    private static final SourceName OTHER = new SourceName("other");

    @TempDir private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = SmallWorkspace.open(folder);
        SmallWorkspace.importCustomers(workspace, folder, OTHER);
        create(ONE, CUSTOMERS, "user_level_gold");
        create(TWO, CUSTOMERS, "user_city_beijing");
        create(ELSEWHERE, OTHER, "user_city_beijing");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void create(PackageKey key, SourceName source, String audience) {
        workspace
                .packages()
                .create(
                        key,
                        LocalizedText.of(key.value(), key.value()),
                        source,
                        List.of(new PackageEdit.ReplaceAudience(ExpressionText.parse(audience))));
    }

    private PackageDraft edit(PackageKey key, PackageEdit edit) {
        PackageDraft draft = workspace.packages().get(key).apply(edit);
        Drafts.put(workspace.packages(), draft);
        return draft;
    }

    private PackageVersion finish(PackageKey key) {
        return workspace.packages().finish(key, new CancelSignal());
    }

    private MembershipIndex index() {
        return workspace
                .audiences()
                .indexes()
                .index(CUSTOMERS, workspace.tags().catalog(), done -> {}, new CancelSignal());
    }

    private VersionChanges since(PackageVersion version, PackageKey key) {
        return new VersionComparison(workspace.audiences().indexes())
                .since(
                        version,
                        workspace.packages().get(key),
                        workspace.tags().catalog(),
                        index(),
                        new CancelSignal());
    }

    private List<OtherPackage> others() {
        return new OtherPackages(workspace.packages()).than(ONE, CUSTOMERS);
    }

    private static AllOf text(String expression) {
        return ExpressionText.parse(expression);
    }

    @Test
    void othersCountByWhatWentOutAndArchivedOnesDoNot() {
        finish(TWO);
        edit(TWO, new PackageEdit.ReplaceAudience(text("user_level_silver")));
        assertThat(others())
                .containsExactly(
                        new OtherPackage(
                                TWO,
                                LocalizedText.of("pack_two", "pack_two"),
                                OptionalInt.of(1),
                                text("user_city_beijing")));
        workspace.packages().archive(TWO);
        assertThat(others()).isEmpty();
    }

    @Test
    void packageThatWentToAnotherSourceIsNoneOfThisOne() {
        finish(TWO);
        edit(TWO, new PackageEdit.ChangeSource(OTHER));
        assertThat(others()).extracting(OtherPackage::key).containsExactly(TWO);
        finish(TWO);
        assertThat(others()).isEmpty();
    }

    @Test
    void overlapCountsWhoIsInBoth() {
        PackageOverlap overlap = PackageOverlap.of(index(), text("user_level_gold"), others());
        assertThat(overlap.size()).isEqualTo(2);
        assertThat(overlap.shared()).extracting(PackageOverlap.Shared::both).containsExactly(1L);
        assertThat(overlap.reached()).isEqualTo(3);
        assertThat(overlap.repeated()).isEqualTo(1);
    }

    @Test
    void packageWithATagThatIsGoneIsToldAndNotCounted() {
        OtherPackage gone =
                new OtherPackage(
                        TWO,
                        LocalizedText.of("Two", "二"),
                        OptionalInt.empty(),
                        text("user_not_there"));
        PackageOverlap overlap = PackageOverlap.of(index(), text("user_level_gold"), List.of(gone));
        assertThat(overlap.shared()).isEmpty();
        assertThat(overlap.uncounted()).extracting(u -> u.other()).containsExactly(gone);
        assertThat(
                        catchThrowableOfType(
                                ProblemException.class,
                                () ->
                                        PackageCombinations.of(
                                                index(), text("user_level_gold"), List.of(gone))))
                .isNotNull();
    }

    @Test
    void combinationsAddUpToWhoIsReached() {
        PackageCombinations all =
                PackageCombinations.of(index(), text("user_level_gold"), others());
        assertThat(all.sizes()).containsExactly(2L, 2L);
        assertThat(all.combinations().stream().mapToLong(c -> c.profiles()).sum())
                .isEqualTo(all.reached());
        assertThat(all.repeated()).isEqualTo(1);
    }

    @Test
    void eachEditSinceAVersionTellsWhoCameAndWent() {
        PackageVersion version = finish(ONE);
        PackageEdit narrower =
                new PackageEdit.ReplaceAudience(text("user_level_gold and user_city_beijing"));
        edit(ONE, narrower);
        edit(ONE, new PackageEdit.Rename(LocalizedText.of("Narrow", "窄")));
        edit(ONE, new PackageEdit.ReplaceAudience(text("user_level_silver")));
        VersionChanges changes = since(version, ONE);
        assertThat(changes.lines())
                .extracting(VersionChanges.Line::change)
                .containsExactly(new Change(0, 1, 1), new Change(1, 1, 1));
        assertThat(changes.lines().getFirst())
                .isInstanceOfSatisfying(
                        VersionChanges.Edited.class,
                        edited -> assertThat(edited.edit()).isEqualTo(narrower));
        assertThat(changes.total()).isEqualTo(new Change(1, 2, 1));
    }

    @Test
    void editedRuleComesFirst() {
        PackageVersion version = finish(ONE);
        workspace.tags().save(List.of(SmallWorkspace.tag("user_level_gold", "level", "silver")));
        assertThat(since(version, ONE).lines())
                .containsExactly(
                        new VersionChanges.RuleEdited(
                                new TagKey("user_level_gold"), new Change(1, 2, 1)));
    }

    @Test
    void rulesEditedOneAfterTheOtherAreToldApart() {
        edit(ONE, new PackageEdit.ReplaceAudience(text("user_level_gold or user_city_beijing")));
        PackageVersion version = finish(ONE);
        workspace
                .tags()
                .save(
                        List.of(
                                SmallWorkspace.tag("user_level_gold", "level", "silver"),
                                SmallWorkspace.tag("user_city_beijing", "city", "上海")));
        VersionChanges changes = since(version, ONE);
        assertThat(changes.lines())
                .containsExactly(
                        new VersionChanges.RuleEdited(
                                new TagKey("user_city_beijing"), new Change(0, 1, 2)),
                        new VersionChanges.RuleEdited(
                                new TagKey("user_level_gold"), new Change(1, 1, 2)));
        assertThat(changes.total()).isEqualTo(new Change(0, 1, 2));
    }

    @Test
    void historyThatForgotTheVersionSaysOtherwise() {
        PackageVersion version = finish(ONE);
        workspace.packages().delete(TWO);
        PackageDraft fresh =
                PackageDraft.of(
                        workspace
                                .packages()
                                .get(ONE)
                                .current()
                                .withAudience(text("user_level_silver")));
        Drafts.put(workspace.packages(), fresh);
        assertThat(since(version, ONE).lines())
                .containsExactly(new VersionChanges.Otherwise(new Change(1, 2, 1)));
    }

    @Test
    void versionOfAnotherSourceIsNotComparedWithThisOne() {
        PackageVersion version = finish(ELSEWHERE);
        edit(ELSEWHERE, new PackageEdit.ChangeSource(CUSTOMERS));
        VersionChanges changes = since(version, ELSEWHERE);
        assertThat(changes.otherSource()).contains(OTHER);
        assertThat(changes.lines()).isEmpty();
        assertThat(changes.total().after()).isEqualTo(2);
    }

    @Test
    void smallestChangeThatTurnsAnAnswerIsSaid() {
        MembershipIndex index = index();
        long gold =
                workspace
                        .audiences()
                        .indexes()
                        .ordinal(index, "1", new CancelSignal())
                        .orElseThrow();
        Explanation in = Explanation.of(index, text("user_level_gold"), gold);
        ExplanationWords words = new ExplanationWords(Texts.in(Locale.ENGLISH), TagKey::value);
        assertThat(words.of(in)).contains("user_level_gold");
        Explanation everybody = Explanation.of(index, new AllOf(List.of()), gold);
        assertThat(words.of(everybody))
                .isEqualTo(Texts.in(Locale.ENGLISH).get("explain.everybody"));
    }
}
