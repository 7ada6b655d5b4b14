package io.marquetry.ui.compose;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the palette shows: the tags that match, under their headings. */
public final class PaletteModel {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ObjectProperty<TagCatalog> tags;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Category>> category =
            new SimpleObjectProperty<>(Optional.of(Category.AUDIENCE));
    private final ObjectProperty<PaletteGrouping> grouping =
            new SimpleObjectProperty<>(PaletteGrouping.TOPIC);
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PaletteRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);

    /** Makes a palette that follows the tags. */
    public PaletteModel(ObjectProperty<TagCatalog> tags) {
        this.tags = tags;
        tags.subscribe(this::arrange);
        search.subscribe(this::arrange);
        category.subscribe(this::arrange);
        grouping.subscribe(this::arrange);
        arrange();
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

    /** Returns the lines to show. */
    public ObservableList<PaletteRow> rows() {
        return shownRows;
    }

    /** Returns how many tags are shown. */
    public long shown() {
        return rows.stream().filter(PaletteRow.Entry.class::isInstance).count();
    }

    private void arrange() {
        Map<String, List<PaletteRow>> groups = new TreeMap<>();
        for (Tag tag : tags.get().tags()) {
            if (!matches(tag)) {
                continue;
            }
            Optional<LocalizedText> heading = grouping.get().heading(tag);
            List<PaletteRow> group =
                    groups.computeIfAbsent(
                            heading.map(h -> h.in(Locale.ENGLISH)).orElse(""),
                            name -> {
                                List<PaletteRow> begun = new ArrayList<>();
                                heading.map(PaletteRow.Heading::new).ifPresent(begun::add);
                                return begun;
                            });
            group.add(new PaletteRow.Entry(tag));
        }
        rows.setAll(groups.values().stream().flatMap(List::stream).toList());
    }

    private boolean matches(Tag tag) {
        if (category.get().isPresent() && category.get().get() != tag.category()) {
            return false;
        }
        String text =
                (tag.key()
                                + " "
                                + String.join(" ", tag.name().byLanguage().values())
                                + " "
                                + String.join(" ", tag.topic().byLanguage().values()))
                        .toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(search.get().toLowerCase(Locale.ROOT).strip())
                .allMatch(text::contains);
    }
}
