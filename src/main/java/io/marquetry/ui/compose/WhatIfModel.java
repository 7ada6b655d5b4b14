package io.marquetry.ui.compose;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.WhatIfs;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/**
 * What each tag would make of the audience if it were put into the marked group. While a new answer
 * is on its way the last one is not current. Use it on the FX thread.
 */
public final class WhatIfModel {

    private final ComposeModel compose;
    private final AudienceIndexes indexes;
    private final LatestOnly asking;
    private final ReadOnlyObjectWrapper<PreviewState<WhatIfs>> answer =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private @Nullable Question asked;

    /** Makes a model that follows the package in work and the group that is marked in it. */
    public WhatIfModel(ComposeModel compose, AudienceIndexes indexes, Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.asking = new LatestOnly(background);
        compose.draft().subscribe(draft -> follow());
        compose.tags().subscribe(tags -> follow());
        compose.target().subscribe(target -> follow());
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<PreviewState<WhatIfs>> answer() {
        return answer.getReadOnlyProperty();
    }

    private void follow() {
        Question question =
                compose.current()
                        .map(
                                pack ->
                                        new Question(
                                                pack.source(),
                                                pack.audience(),
                                                nearest(pack.audience()),
                                                compose.tags().get()))
                        .orElse(null);
        if (question == null || question.equals(asked)) {
            return;
        }
        boolean sameSource = asked != null && asked.source().equals(question.source());
        asked = question;
        answer.set(
                sameSource
                        ? new PreviewState.Asking<>(answer.get().latest())
                        : new PreviewState.Idle<>());
        asking.ask(
                signal ->
                        WhatIfs.of(
                                indexes.index(
                                        question.source(), question.tags(), done -> {}, signal),
                                question.audience(),
                                question.group().indices()),
                found -> answer.set(new PreviewState.Current<>(found)),
                // The preview tells why; here there are just no numbers.
                problem -> answer.set(new PreviewState.Idle<>()));
    }

    private NodePath nearest(AllOf audience) {
        return AudienceMoves.nearestGroup(audience, compose.target().get());
    }

    private record Question(SourceName source, AllOf audience, NodePath group, TagCatalog tags) {}
}
