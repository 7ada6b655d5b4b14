package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.WhatIfs;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The audience as the index counts it, and what each tag would make of it if it were put into the
 * marked group; the tags in sight come first. While a new answer is on its way the last one is not
 * current. Use it on the FX thread.
 */
public final class WhatIfModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final LatestOnly asking;
    private final ReadOnlyObjectWrapper<PreviewState<WhatIfs>> answer =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private Supplier<? extends Collection<TagKey>> inSight = List::of;
    private Duration took = Duration.ZERO;
    private @Nullable Question asked;

    /** Makes a model that follows the package in work and the group that is marked in it. */
    public WhatIfModel(ComposeModel compose, IndexModel indexes, Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.asking = new LatestOnly(background);
        indexes.state().subscribe(state -> follow());
        compose.draft().subscribe(draft -> follow());
        compose.target().subscribe(target -> follow());
    }

    /** Returns what is known; an answer may lack tags that are not in sight for a moment. */
    public ReadOnlyObjectProperty<PreviewState<WhatIfs>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Returns how long the audience and the tags in sight took to count the last time. */
    public Duration took() {
        return took;
    }

    /** Asks again, after a failure. */
    void retry() {
        if (answer.get() instanceof PreviewState.Failed) {
            asked = null;
            follow();
        }
    }

    /** Tells which tags the user sees at this moment; they are counted first. */
    public void countFirst(Supplier<? extends Collection<TagKey>> tags) {
        inSight = tags;
    }

    private void follow() {
        Optional<MembershipIndex> index = indexes.ready();
        if (index.isEmpty() || compose.current().isEmpty()) {
            forget();
            return;
        }
        AllOf audience = compose.current().get().audience();
        Question question =
                new Question(
                        index.get(),
                        audience,
                        AudienceMoves.nearestGroup(audience, compose.target().get()));
        if (question.equals(asked)) {
            return;
        }
        Optional<WhatIfs> last = answer.get().latest().filter(known -> sameSource(known, question));
        asked = question;
        answer.set(new PreviewState.Asking<>(last));
        Collection<TagKey> first = List.copyOf(inSight.get());
        asking.ask(
                signal -> question.begin(first),
                begun -> {
                    took = begun.took();
                    show(question, begun.whatIfs());
                },
                why -> answer.set(new PreviewState.Failed<>(last, why)));
    }

    private void show(Question question, WhatIfs found) {
        answer.set(new PreviewState.Current<>(found));
        if (found.isWhole()) {
            indexes.look();
            return;
        }
        asking.ask(
                signal -> found.count(question.index().tags()),
                whole -> show(question, whole),
                why -> answer.set(new PreviewState.Failed<>(Optional.of(found), why)));
    }

    /** Without an index nothing is current; the last numbers stay for the same source. */
    private void forget() {
        Question last = asked;
        if (last == null) {
            return;
        }
        asking.cancel();
        boolean same =
                compose.current()
                        .filter(pack -> pack.source().equals(source(last.index())))
                        .isPresent();
        asked = null;
        answer.set(
                same
                        ? new PreviewState.Asking<>(answer.get().latest())
                        : new PreviewState.Idle<>());
    }

    private static boolean sameSource(WhatIfs known, Question question) {
        return known.snapshot().source().equals(source(question.index()));
    }

    private static SourceName source(MembershipIndex index) {
        return index.snapshot().source();
    }

    private record Question(MembershipIndex index, AllOf audience, NodePath group) {
        Begun begin(Collection<TagKey> first) {
            long start = System.nanoTime();
            WhatIfs begun = WhatIfs.begin(index, audience, group.indices()).count(first);
            return new Begun(begun, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private record Begun(WhatIfs whatIfs, Duration took) {}
}
