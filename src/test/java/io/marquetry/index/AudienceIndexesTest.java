package io.marquetry.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquetry.ChildJvm;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What can happen to an index: never a wrong number, always a clear state. */
class AudienceIndexesTest {

    private static final int PROFILES = 700;
    private static final int TAGS = 12;

    @TempDir Path workspace;

    private final InventedSource source = new InventedSource("first", PROFILES);
    private TagCatalog tags = InventedSource.tags(TAGS);

    @Test
    void aNewOrEditedTagAsksForItselfOnly() {
        AudienceIndexes indexes = indexes();
        check(index(indexes));
        assertThat(source.asked()).hasSize(TAGS);
        tags = tags.with(InventedSource.tag(3, 99)).with(InventedSource.tag(TAGS, 77));
        check(index(indexes));
        assertThat(source.asked())
                .containsExactlyInAnyOrder(
                        tags.rule(InventedSource.key(3)), tags.rule(InventedSource.key(TAGS)));
    }

    @Test
    void theNextStartAsksForNothing() {
        index(indexes());
        source.asked();
        check(index(indexes()));
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void everyFlippedByteIsNoticedAndAskedForAgain() throws IOException {
        tags = InventedSource.tags(2);
        index(indexes());
        Path file = sets().getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << (at & 7));
            Files.write(file, bad);
            source.asked();
            check(index(indexes()));
            assertThat(source.asked()).as("byte %d", at).hasSize(1);
            assertThat(file).hasBinaryContent(good);
        }
    }

    @Test
    void theIndexOfAnotherContentIsNeverBelieved() {
        index(indexes());
        source.changeTo("second");
        check(index(indexes()));
    }

    @Test
    void numbersStayThoseOfTheirSnapshotUntilTheyAreRefreshed() {
        AudienceIndexes indexes = indexes();
        MembershipIndex first = index(indexes);
        long before = first.size(InventedSource.key(5));
        assertThat(indexes.freshness(InventedSource.NAME)).contains(new Freshness.Fresh());

        source.changeTo("second");
        assertThat(indexes.freshness(InventedSource.NAME)).contains(new Freshness.Changed());
        tags = tags.with(InventedSource.tag(2, 98));
        MembershipIndex still = index(indexes);
        assertThat(still.snapshot()).isEqualTo(first.snapshot());
        assertThat(still.size(InventedSource.key(5))).isEqualTo(before);
        // The edited tag would have to be asked of the other content.
        assertThat(still.tags()).doesNotContain(InventedSource.key(2));
        assertThat(still.misfit(InventedSource.key(2)).orElseThrow().key())
                .isEqualTo("problem.index.stale");

        check(refresh(indexes));
        assertThat(index(indexes).snapshot().fingerprint()).isEqualTo("second");
        assertThat(indexes.freshness(InventedSource.NAME)).contains(new Freshness.Fresh());
    }

    @Test
    void onlyTagsWithRelativeDatesAreStaleAtMidnight() {
        AudienceIndexes indexes = indexes();
        index(indexes);
        source.wakeOn(InventedSource.DAY.plusDays(1));
        assertThat(indexes.freshness(InventedSource.NAME))
                .contains(new Freshness.NewDay(InventedSource.DAY.plusDays(1)));
        source.asked();
        check(refresh(indexes));
        assertThat(source.asked()).containsExactly(tags.rule(InventedSource.key(0)));

        tags = new TagCatalog(List.of(InventedSource.tag(1, 1)));
        index(indexes);
        source.wakeOn(InventedSource.DAY.plusDays(2));
        assertThat(indexes.freshness(InventedSource.NAME)).contains(new Freshness.Fresh());
    }

    @Test
    void aSourceThatChangesWhileItIsReadGivesNothing() throws IOException {
        source.whileRead(() -> source.changeTo("second"));
        AudienceIndexes indexes = indexes();
        assertThatThrownBy(() -> index(indexes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("problem.index.changed"));
        assertThat(sets()).isEmpty();
        assertThat(indexes.inUse(InventedSource.NAME)).isEmpty();
    }

    @Test
    void aRefreshThatFailsOrIsCancelledLeavesTheIndexInUse() {
        AudienceIndexes indexes = indexes();
        MembershipIndex first = index(indexes);
        source.changeTo("second");
        source.whileRead(() -> source.changeTo("third"));
        assertThatThrownBy(() -> refresh(indexes)).isInstanceOf(ProblemException.class);
        assertThat(indexes.inUse(InventedSource.NAME)).containsSame(first);

        CancelSignal signal = new CancelSignal();
        source.changeTo("fourth");
        source.whileRead(signal::cancel);
        assertThatThrownBy(() -> indexes.refresh(InventedSource.NAME, tags, done -> {}, signal))
                .isInstanceOf(CancelSignal.Cancelled.class);
        assertThat(indexes.inUse(InventedSource.NAME)).containsSame(first);
    }

    @Test
    void aSourceThatIsGoneLeavesItsNumbersAndSaysSo() {
        AudienceIndexes indexes = indexes();
        MembershipIndex first = index(indexes);
        source.remove();
        assertThat(indexes.freshness(InventedSource.NAME).orElseThrow())
                .isInstanceOfSatisfying(
                        Freshness.Gone.class,
                        gone -> assertThat(gone.why().key()).isEqualTo("problem.source.gone"));
        tags = tags.with(InventedSource.tag(4, 97));
        MembershipIndex still = index(indexes);
        assertThat(still.size(InventedSource.key(5))).isEqualTo(first.size(InventedSource.key(5)));
        assertThat(still.misfit(InventedSource.key(4))).isPresent();
        assertThatThrownBy(() -> refresh(indexes)).isInstanceOf(ProblemException.class);
        assertThat(indexes.inUse(InventedSource.NAME)).containsSame(still);
    }

    @Test
    void aDiskWithoutRoomCostsTheNextStartOnly() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the limit is set by a shell");
        ChildJvm child = ChildJvm.startWithLittleRoom(IndexingChild.class, "once", workspace, 4);
        assertThat(child.restOfLines()).containsExactly("right", "not on disk");
        IndexingChild.check(workspace);
    }

    @Test
    void aFolderThatCannotBeMadeCostsTheNextStartOnly() throws IOException {
        Files.writeString(workspace.resolve("index"), "in the way");
        MembershipIndex index = index(indexes());
        check(index);
        assertThat(index.isOnDisk()).isFalse();
    }

    @Test
    void killedBuildsAndRefreshesLeaveNoWrongNumber() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(5);
        int halfWay = 0;
        for (int kill = 0; kill < 12; kill++) {
            Path folder = Files.createDirectory(workspace.resolve("kill" + kill));
            ChildJvm child = ChildJvm.start(IndexingChild.class, "forever", folder);
            // The first reading is of a build, the second of a refresh.
            for (int readings = 1 + kill % 2; readings > 0; readings--) {
                assertThat(child.line()).isEqualTo("read");
            }
            IndexingChild.awaitWritten(folder, random.nextInt(1, 20));
            child.killAfter(0);
            halfWay += IndexingChild.isHalfWritten(folder) ? 1 : 0;
            IndexingChild.check(folder);
        }
        assertThat(halfWay).as("kills in the middle of writing").isGreaterThan(3);
    }

    @Test
    void whatIsOfNoUseAnyMoreIsRemoved() throws IOException {
        index(indexes());
        source.changeTo("second");
        index(indexes());
        assertThat(sets()).hasSize(TAGS);
        AudienceIndexes indexes = indexes();
        index(indexes);
        indexes.forget(InventedSource.NAME);
        assertThat(sets()).isEmpty();
        assertThat(indexes.inUse(InventedSource.NAME)).isEmpty();
    }

    private AudienceIndexes indexes() {
        return new AudienceIndexes(workspace, name -> source);
    }

    private MembershipIndex index(AudienceIndexes indexes) {
        return indexes.index(InventedSource.NAME, tags, done -> {}, new CancelSignal());
    }

    private MembershipIndex refresh(AudienceIndexes indexes) {
        return indexes.refresh(InventedSource.NAME, tags, done -> {}, new CancelSignal());
    }

    private void check(MembershipIndex index) {
        assertThat(index.tags()).hasSize(tags.tags().size());
        for (TagKey tag : index.tags()) {
            assertThat(index.size(tag)).isEqualTo(source.members(tags.rule(tag)));
        }
    }

    private List<Path> sets() throws IOException {
        Path folder = workspace.resolve("index").resolve(InventedSource.NAME.value());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
