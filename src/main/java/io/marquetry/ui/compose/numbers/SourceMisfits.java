package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Problem;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.draft.Misfits;

import java.util.Optional;

/** What cannot work on the source in work: tags by its index, conditions by its columns. */
record SourceMisfits(ComposeModel compose, IndexModel index, KnownSources sources)
        implements Misfits {

    @Override
    public Optional<Problem> of(TagKey tag) {
        return Optional.ofNullable(index.misfits().get().get(tag));
    }

    @Override
    public Optional<Problem> of(TagRule.OnField condition) {
        return compose.current()
                .flatMap(pack -> sources.find(pack.source()))
                .flatMap(
                        source ->
                                new RuleCheck(source, compose.tags().get())
                                        .problems(condition).stream().findFirst());
    }
}
