package io.marquetry.ui.compose.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Answer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A palette of two thousand tags moves its lines only when it has to. */
class PaletteModelTest {

    private static final List<Tag> MANY =
            IntStream.range(0, 2_000).mapToObj(PaletteModelTest::tag).toList();

    private final ObjectProperty<TagCatalog> tags =
            new SimpleObjectProperty<>(new TagCatalog(MANY));
    private final ObjectProperty<Answer<WhatIfs>> answer =
            new SimpleObjectProperty<>(new Answer.Nothing<>());
    private final ObjectProperty<Map<TagKey, Problem>> misfits =
            new SimpleObjectProperty<>(Map.of());
    private final PaletteModel palette = new PaletteModel(tags, answer, misfits);
    private final AtomicInteger moves = new AtomicInteger();

    PaletteModelTest() {
        palette.rows()
                .addListener((ListChangeListener<PaletteRow>) change -> moves.incrementAndGet());
    }

    @Test
    void numbersMoveNoLineOfAPaletteSortedByKey() {
        answer.set(new Answer.Awaited<>(Optional.empty()));
        answer.set(new Answer.Nothing<>());
        assertThat(moves).hasValue(0);
        assertThat(palette.shown()).isEqualTo(2_000);
    }

    @Test
    void columnIsFoundByWhatPeopleCallIt() {
        PaletteRow.Column city =
                new PaletteRow.Column(
                        new Attribute("custom_city", AttributeType.TEXT, "CUSTOM_CITY"));
        palette.columns().set(List.of(city.attribute()));
        palette.search().set("城市");
        assertThat(palette.rows()).doesNotContain(city);
        palette.calling(column -> column.equals("custom_city") ? "City 城市" : column);
        assertThat(palette.rows()).contains(city);
        palette.search().set("custom");
        assertThat(palette.rows()).contains(city);
        palette.search().set("level");
        assertThat(palette.rows()).doesNotContain(city);
    }

    @Test
    void tagsOfOtherSourcesAreFoldedAwayAtTheEnd() {
        Problem why = Problem.of("problem.rule.stream");
        misfits.set(Map.of(MANY.get(0).key(), why, MANY.get(7).key(), why));
        assertThat(palette.shown()).isEqualTo(1_998);
        assertThat(palette.rows()).doesNotContain(new PaletteRow.Entry(MANY.get(7)));
        assertThat(palette.rows().getLast()).isEqualTo(new PaletteRow.Fold(2, false));
        palette.others().set(true);
        assertThat(palette.rows())
                .endsWith(
                        new PaletteRow.Fold(2, true),
                        new PaletteRow.Entry(MANY.get(0)),
                        new PaletteRow.Entry(MANY.get(7)));
        assertThat(palette.shown()).isEqualTo(1_998);
    }

    @Test
    void sameTagsMoveNoLine() {
        tags.set(new TagCatalog(MANY));
        assertThat(moves).hasValue(0);
    }

    @Test
    void searchFindsAllWordsInKeyNameAndTopic() {
        palette.search().set("Topic 3 user_k7 名称");
        assertThat(palette.rows())
                .isNotEmpty()
                .filteredOn(PaletteRow.Entry.class::isInstance)
                .allSatisfy(
                        row ->
                                assertThat(((PaletteRow.Entry) row).tag().key().value())
                                        .startsWith("user_k7"));
    }

    @Test
    void linesWaitWhileSomethingIsDragged() {
        palette.hold(true);
        palette.search().set("user_k7");
        assertThat(moves).hasValue(0);
        palette.hold(false);
        assertThat(moves).hasValue(1);
    }

    private static Tag tag(int number) {
        return new Tag(
                new TagKey("user_k" + number + "_x"),
                Category.AUDIENCE,
                LocalizedText.of("Name " + number, "名称 " + number),
                LocalizedText.of("Topic " + number % 20, "主题 " + number % 20),
                Optional.empty(),
                Optional.of(new TagRule.Missing("recency")),
                Optional.empty());
    }
}
