package io.marquetry.ui.compose.palette;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.find.Wanted;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.Attribute;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Answer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the palette shows: the tags that match, under their headings, in the chosen order. */
public final class PaletteModel {

    private final ObjectProperty<TagCatalog> tags;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Category>> category =
            new SimpleObjectProperty<>(Optional.of(Category.AUDIENCE));
    private final ObjectProperty<PaletteGrouping> grouping =
            new SimpleObjectProperty<>(PaletteGrouping.TOPIC);
    private final ObjectProperty<PaletteSort> sort = new SimpleObjectProperty<>(PaletteSort.KEY);
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PaletteRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableValue<Map<TagKey, Problem>> misfits;
    private final BooleanProperty others = new SimpleBooleanProperty();
    private final ObjectProperty<List<Attribute>> columns = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty columnsOpen = new SimpleBooleanProperty();
    private UnaryOperator<String> called = UnaryOperator.identity();
    private final Map<TagKey, String> words = new HashMap<>();
    private @Nullable WhatIfs numbers;
    private boolean held;
    private boolean waiting;
    private long shown;

    /**
     * Makes a palette that follows the tags, and their numbers where it is sorted by them.
     *
     * @param misfits the tags that cannot work on the source; they are folded away at the end
     */
    public PaletteModel(
            ObjectProperty<TagCatalog> tags,
            ObservableValue<Answer<WhatIfs>> answer,
            ObservableValue<Map<TagKey, Problem>> misfits) {
        this.tags = tags;
        this.misfits = misfits;
        tags.subscribe(this::readWords);
        search.subscribe(this::arrange);
        category.subscribe(this::arrange);
        grouping.subscribe(this::arrange);
        sort.subscribe(this::arrange);
        misfits.subscribe((before, now) -> arrange());
        others.subscribe((before, now) -> arrange());
        columns.subscribe((before, now) -> arrange());
        columnsOpen.subscribe((before, now) -> arrange());
        answer.subscribe(this::follow);
        readWords();
    }

    /** Returns what is typed into the search field; all its words have to match. */
    public StringProperty search() {
        return search;
    }

    /** Returns the category that is shown; empty shows all. */
    public ObjectProperty<Optional<Category>> category() {
        return category;
    }

    /** Returns what the tags are put under. */
    public ObjectProperty<PaletteGrouping> grouping() {
        return grouping;
    }

    /** Returns the order below each heading. */
    public ObjectProperty<PaletteSort> sort() {
        return sort;
    }

    /** Returns the lines to show. */
    public ObservableList<PaletteRow> rows() {
        return shownRows;
    }

    /** Returns whether the tags that cannot work on the source are shown. */
    public BooleanProperty others() {
        return others;
    }

    /** Returns the columns of the source, on which conditions can be made. */
    public ObjectProperty<List<Attribute>> columns() {
        return columns;
    }

    /** Returns whether the columns are shown; a search shows those that match in any case. */
    public BooleanProperty columnsOpen() {
        return columnsOpen;
    }

    /** Returns how many tags of the source match. */
    public long shown() {
        return shown;
    }

    /** Forgets what was searched for: another package is another task. */
    public void begin() {
        search.set("");
    }

    /**
     * Lets columns be found by what people call them, too.
     *
     * @param called returns all that a column is called
     */
    void calling(UnaryOperator<String> called) {
        this.called = called;
        arrange();
    }

    /** Keeps all lines where they are, as long as something is dragged. */
    public void hold(boolean dragging) {
        held = dragging;
        if (!held && waiting) {
            arrange();
        }
    }

    /** An order follows only from all numbers, so half an answer moves nothing. */
    private void follow(Answer<WhatIfs> answer) {
        WhatIfs before = numbers;
        switch (answer) {
            case Answer.Here<WhatIfs>(WhatIfs found) when found.isWhole() -> numbers = found;
            case Answer.Nothing<WhatIfs> idle -> numbers = null;
            case Answer.Here<WhatIfs> half -> {}
            case Answer.Awaited<WhatIfs> asking -> {}
            case Answer.Failed<WhatIfs> failed -> {}
        }
        boolean same = numbers == null ? before == null : numbers.equals(before);
        if (sort.get() != PaletteSort.KEY && !same) {
            arrange();
        }
    }

    private void readWords() {
        words.clear();
        for (Tag tag : tags.get().tags()) {
            words.put(
                    tag.key(),
                    VisibleText.folded(
                            tag.key()
                                    + " "
                                    + String.join(" ", tag.name().byLanguage().values())
                                    + " "
                                    + String.join(" ", tag.topic().byLanguage().values())));
        }
        arrange();
    }

    private void arrange() {
        waiting = held;
        if (held) {
            return;
        }
        Wanted wanted = new Wanted(search.get());
        Map<String, Section> sections = new TreeMap<>();
        List<Tag> foreign = new ArrayList<>();
        long found = 0;
        for (Tag tag : tags.get().tags()) {
            if (!matches(tag, wanted)) {
                continue;
            }
            if (misfits.getValue().containsKey(tag.key())) {
                foreign.add(tag);
                continue;
            }
            Optional<LocalizedText> heading = grouping.get().heading(tag);
            sections.computeIfAbsent(
                            heading.map(h -> h.in(Locale.ENGLISH)).orElse(""),
                            name -> new Section(heading, new ArrayList<>()))
                    .tags()
                    .add(tag);
            found++;
        }
        List<PaletteRow> next = new ArrayList<>(tags.get().tags().size());
        for (Section section : sections.values()) {
            section.heading().map(PaletteRow.Heading::new).ifPresent(next::add);
            List<Tag> sorted =
                    sort.get() == PaletteSort.KEY || numbers == null
                            ? section.tags()
                            : sort.get().sorted(section.tags(), numbers);
            sorted.forEach(tag -> next.add(new PaletteRow.Entry(tag)));
        }
        unfold(wanted, next);
        fold(foreign, next);
        shown = found;
        if (!rows.equals(next)) {
            rows.setAll(next);
        }
    }

    /** Columns stand below the tags, for whoever has no tag for what is wanted; folded. */
    private void unfold(Wanted wanted, List<PaletteRow> next) {
        if (category.get().filter(chosen -> chosen != Category.AUDIENCE).isPresent()) {
            return;
        }
        boolean searched = !wanted.isEmpty();
        List<Attribute> found =
                columns.get().stream()
                        .filter(
                                column ->
                                        wanted.isIn(
                                                VisibleText.folded(
                                                        column.name()
                                                                + " "
                                                                + called.apply(column.name()))))
                        .toList();
        if (!found.isEmpty()) {
            boolean open = searched || columnsOpen.get();
            next.add(new PaletteRow.Columns(found.size(), open));
            if (open) {
                found.forEach(column -> next.add(new PaletteRow.Column(column)));
            }
        }
    }

    /** Tags of other sources stand at the end, and only where somebody wants to see them. */
    private void fold(List<Tag> foreign, List<PaletteRow> next) {
        if (!foreign.isEmpty()) {
            next.add(new PaletteRow.Fold(foreign.size(), others.get()));
            if (others.get()) {
                foreign.forEach(tag -> next.add(new PaletteRow.Entry(tag)));
            }
        }
    }

    private boolean matches(Tag tag, Wanted wanted) {
        return category.get().filter(chosen -> chosen != tag.category()).isEmpty()
                && wanted.isIn(words.getOrDefault(tag.key(), ""));
    }

    private record Section(Optional<LocalizedText> heading, List<Tag> tags) {}
}
