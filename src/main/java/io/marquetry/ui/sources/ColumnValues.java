package io.marquetry.ui.sources;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.work.Background;

import java.util.List;
import java.util.function.Consumer;

/** Tells what values the columns of one source hold, and how often. */
record ColumnValues(SourceName source, AudienceReaders readers, Background background) {

    /** Asks for the values of an attribute. */
    void ask(String attribute, Consumer<Breakdown> told, Consumer<Problem> failed) {
        AudienceQuery everybody =
                new AudienceQuery(new AllOf(List.of()), new TagCatalog(List.of()));
        background.run(
                signal -> readers.reader(source).breakDown(everybody, attribute, signal),
                told,
                failed);
    }
}
