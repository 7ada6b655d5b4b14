package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.LiveSource;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The exact number of the audience on screen, how it comes about, and what each tag would make of
 * it. All of it comes from the index, or from the source itself where that is to be asked; until
 * there is an index, the size alone comes from the source. Each new question cancels the one
 * before. Use it on the FX thread.
 */
public final class CurrentAudience {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final AudienceReaders readers;
    private final Asking<Question, Counted> asking;
    private final ReadOnlyObjectProperty<Answer<AudienceSize>> size;
    private final ReadOnlyObjectProperty<Answer<WhatIfs>> whatIfs;
    private Supplier<? extends Collection<TagKey>> inSight = List::of;
    private @Nullable WhatIfs lastWhatIfs;
    private @Nullable AllOf lastAudience;

    /** Follows the package in work and the group that is marked in it. */
    public CurrentAudience(
            ComposeModel compose,
            IndexModel indexes,
            AudienceReaders readers,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.readers = readers;
        asking =
                new Asking<>(background, this::question, this::count)
                        .keeping(earlier -> isSource(earlier.source()))
                        .goingOn(CurrentAudience::rest);
        size = asking.view(known -> known.map(Counted::size));
        whatIfs = asking.view(this::whatIfs);
        asking.answer().subscribe(this::remember);
        asking.following(compose.draft(), compose.tags(), compose.target(), indexes.state());
    }

    /** Returns what is known of the audience's size. */
    public ReadOnlyObjectProperty<Answer<AudienceSize>> size() {
        return size;
    }

    /**
     * Returns how the audience comes about and what each tag would make of that audience. For a
     * moment an answer may lack tags that are not in sight. While an index is still built there is
     * none.
     */
    public ReadOnlyObjectProperty<Answer<WhatIfs>> whatIfs() {
        return whatIfs;
    }

    /** Returns the audience that the latest answer is of; what is on screen may be another. */
    public Optional<AllOf> counted() {
        return Optional.ofNullable(lastAudience);
    }

    /** Returns whether the latest answer is of the audience on screen. */
    public boolean isOfWhatIsShown() {
        return compose.current().map(AssetPackage::audience).equals(counted());
    }

    /** Tells which tags the user sees at this moment; they are counted first. */
    public void countFirst(Supplier<? extends Collection<TagKey>> tags) {
        inSight = tags;
    }

    /**
     * Asks once more where a source that is asked itself has more tags than one query counts, and
     * some that have no number are in sight now.
     */
    public void lookAround() {
        Optional<LiveSource> live = indexes.live();
        boolean lacking =
                whatIfs.get()
                        .current()
                        .filter(WhatIfs::isWhole)
                        .filter(
                                found ->
                                        inSight.get().stream()
                                                .anyMatch(tag -> lacks(found, tag, live)))
                        .isPresent();
        if (lacking) {
            asking.again();
        }
    }

    private static boolean lacks(WhatIfs found, TagKey tag, Optional<LiveSource> live) {
        return live.filter(source -> source.questions().tags().contains(tag)).isPresent()
                && !found.added().containsKey(tag);
    }

    /** Asks again, after a failure. */
    public void retry() {
        asking.retry();
    }

    private Optional<Question> question() {
        return compose.current()
                .map(
                        pack ->
                                indexes.ready()
                                        .<Question>map(index -> ofIndex(index, pack.audience()))
                                        .or(() -> indexes.live().map(one -> live(one, pack)))
                                        .orElseGet(() -> ofSource(pack)));
    }

    private OfIndex ofIndex(MembershipIndex index, AllOf audience) {
        return new OfIndex(
                index, audience, AudienceMoves.nearestGroup(audience, compose.target().get()));
    }

    private Live live(LiveSource source, AssetPackage pack) {
        AllOf audience = pack.audience();
        return new Live(
                source, audience, AudienceMoves.nearestGroup(audience, compose.target().get()));
    }

    private OfSource ofSource(AssetPackage pack) {
        return new OfSource(
                pack.source(), new AudienceQuery(pack.audience(), compose.tags().get()));
    }

    private Function<CancelSignal, Counted> count(Question question) {
        return switch (question) {
            case OfSource asked ->
                    signal ->
                            new Counted(
                                    readers.reader(asked.source())
                                            .atAGlance()
                                            .count(asked.query(), signal),
                                    Optional.empty());
            case OfIndex asked -> {
                List<TagKey> first = List.copyOf(inSight.get());
                yield signal -> asked.begin(first);
            }
            case Live asked -> {
                List<TagKey> first = List.copyOf(inSight.get());
                yield signal -> asked.begin(first, signal);
            }
        };
    }

    private static Optional<Function<CancelSignal, Counted>> rest(Counted counted) {
        return counted.whatIfs()
                .filter(begun -> !begun.isWhole())
                .map(begun -> signal -> Counted.of(begun.whole(signal), counted.size().took()));
    }

    private void remember(Answer<Counted> known) {
        Optional<WhatIfs> counted = known.current().flatMap(Counted::whatIfs);
        if (counted.isPresent()) {
            lastWhatIfs = counted.get();
            lastAudience = compose.current().map(AssetPackage::audience).orElse(null);
        }
        if (counted.filter(WhatIfs::isWhole).isPresent()) {
            indexes.look();
            lookAround();
        }
    }

    private Answer<WhatIfs> whatIfs(Answer<Counted> known) {
        Optional<WhatIfs> last =
                Optional.ofNullable(lastWhatIfs)
                        .filter(earlier -> isSource(earlier.snapshot().source()));
        return switch (known) {
            case Answer.Nothing<Counted> nothing -> new Answer.Nothing<>();
            case Answer.Awaited<Counted> awaited -> new Answer.Awaited<>(last);
            case Answer.Failed<Counted> failed -> new Answer.Failed<>(last, failed.why());
            case Answer.Here<Counted>(Counted found) ->
                    found.whatIfs()
                            .<Answer<WhatIfs>>map(Answer.Here::new)
                            .orElseGet(() -> new Answer.Awaited<>(last));
        };
    }

    private boolean isSource(SourceName source) {
        return compose.current().filter(pack -> pack.source().equals(source)).isPresent();
    }

    private record Counted(AudienceSize size, Optional<WhatIfs> whatIfs) {

        static Counted of(WhatIfs found, Duration took) {
            return new Counted(
                    new AudienceSize(found.now(), found.profiles(), found.snapshot(), took),
                    Optional.of(found));
        }
    }

    private sealed interface Question {

        SourceName source();
    }

    private record OfSource(SourceName source, AudienceQuery query) implements Question {}

    private record OfIndex(MembershipIndex index, AllOf audience, NodePath group)
            implements Question {

        @Override
        public SourceName source() {
            return index.snapshot().source();
        }

        Counted begin(Collection<TagKey> first) {
            long start = System.nanoTime();
            WhatIfs begun = WhatIfs.begin(index, audience, group.indices()).count(first);
            return Counted.of(begun, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private record Live(LiveSource asked, AllOf audience, NodePath group) implements Question {

        @Override
        public SourceName source() {
            return asked.name();
        }

        Counted begin(Collection<TagKey> first, CancelSignal signal) {
            long start = System.nanoTime();
            WhatIfs begun = asked.questions().count(audience, group.indices(), first, signal);
            return Counted.of(begun, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
