package io.marquetry.ui.tags;

import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Share;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.TagResults.Result;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.TableColumn;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What became of those whom packages with a tag went to, beside the tag's size. */
final class ResultColumns {

    /** Shares are ordered by their billionths. */
    private static final double ORDER = 1e9;

    private final ReadOnlyObjectProperty<Map<TagKey, TagResults.Result>> results;
    private final Formats formats;

    ResultColumns(ReadOnlyObjectProperty<Map<TagKey, TagResults.Result>> results, Texts texts) {
        this.results = results;
        this.formats = new Formats(texts.locale());
    }

    void fill(
            ListTable<Tag> table,
            TableColumn<Tag, Tag> hit,
            TableColumn<Tag, Tag> conversion,
            Follows follows) {
        fill(table, hit, Result::hit);
        fill(table, conversion, Result::conversion);
        follows.on(results, now -> table.renew());
    }

    private void fill(
            ListTable<Tag> table,
            TableColumn<Tag, Tag> column,
            Function<Result, Optional<Share>> share) {
        Function<Tag, Optional<Share>> of =
                tag -> Optional.ofNullable(results.get().get(tag.key())).flatMap(share);
        table.number(
                column,
                tag ->
                        of.apply(tag)
                                .map(one -> OptionalLong.of(Math.round(one.value() * ORDER)))
                                .orElseGet(OptionalLong::empty),
                tag -> of.apply(tag).map(one -> formats.percent(one.value())).orElse(""),
                tag -> Optional.empty());
    }
}
