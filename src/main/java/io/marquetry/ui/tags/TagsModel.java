package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.find.Wanted;
import io.marquetry.govern.TagCentre;
import io.marquetry.handoff.TagImport;
import io.marquetry.pack.Packages;
import io.marquetry.propose.TagProposals;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.tags.form.TagForm;
import io.marquetry.ui.tags.form.WordsForm;
import io.marquetry.ui.tags.rule.RuleContext;
import io.marquetry.ui.tags.rule.RuleSize;
import io.marquetry.ui.tags.rule.ValueSuggestions;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** The tags of the workspace, as found by search; and the one that is edited. */
public final class TagsModel {

    /** Whom one addresses comes first: those tags have numbers. */
    private static final Comparator<Tag> USUAL_ORDER =
            Comparator.comparing(Tag::category).thenComparing(Tag::key);

    private final TagGovernance tags;
    private final Packages packages;
    private final Sources listed;
    private final Background background;
    private final LatestOnly loading;
    private final ObservableList<Tag> all = FXCollections.observableArrayList();
    private final FilteredList<Tag> found = new FilteredList<>(all);
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Category>> category =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SourceName>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final BooleanBinding nothing = loaded.and(Bindings.isEmpty(all));
    private final ReadOnlyObjectWrapper<Optional<TagForm>> editing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final TagCounts sizes;
    private final RuleSize size;
    private final ValueSuggestions values;
    private final TagProposals proposals;
    private TagStock stock = TagStock.NONE;
    private Predicate<Tag> narrowed = tag -> true;

    /** Makes the model of a workspace's tags. */
    public TagsModel(
            TagGovernance tags,
            Packages packages,
            Sources sources,
            AudienceReaders readers,
            Background background) {
        this.tags = tags;
        this.packages = packages;
        this.listed = sources;
        this.background = background;
        this.loading = new LatestOnly(background);
        this.sizes = new TagCounts(readers, background);
        this.size = new RuleSize(readers, background);
        this.values = new ValueSuggestions(readers, background);
        this.proposals = new TagProposals(readers, tags);
        search.subscribe(this::filter);
        category.subscribe(this::filter);
        source.subscribe(this::sourceChosen);
    }

    /** Returns what reads and writes tables of the tags of a centre. */
    TagTables tables(TagCentre centre) {
        return new TagTables(centre, tags, background);
    }

    /** Returns what proposes tags from the columns of a source. */
    TagProposals proposals() {
        return proposals;
    }

    /** Returns the source that sizes are counted on; empty while none is chosen. */
    Optional<ProfileSource> countedOn() {
        return source.get()
                .flatMap(name -> sources.stream().filter(s -> s.name().equals(name)).findFirst());
    }

    /** Returns the tags that the search finds. */
    ObservableList<Tag> found() {
        return found;
    }

    ObservableList<Tag> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    ObservableList<ProfileSource> sources() {
        return sources;
    }

    StringProperty search() {
        return search;
    }

    /** Returns the category looked at; empty: all. */
    ObjectProperty<Optional<Category>> category() {
        return category;
    }

    /** Returns the source on which sizes are counted. */
    ObjectProperty<Optional<SourceName>> source() {
        return source;
    }

    /** Returns whether the tags were read and there are none. */
    ObservableBooleanValue nothing() {
        return nothing;
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns how many profiles each audience tag holds. */
    TagCounts sizes() {
        return sizes;
    }

    /** Returns the tag that is edited. */
    ReadOnlyObjectProperty<Optional<TagForm>> editing() {
        return editing.getReadOnlyProperty();
    }

    /** Returns how many profiles the rule holds that is edited. */
    RuleSize size() {
        return size;
    }

    ValueSuggestions values() {
        return values;
    }

    /** Returns what rules can speak of now. */
    RuleContext context() {
        return new RuleContext(chosenSource().map(ProfileSource::model), stock.tags());
    }

    /** Reads everything afresh. */
    public void load(Consumer<Problem> failed) {
        loading.ask(signal -> TagStock.read(tags, listed, packages), this::take, failed);
    }

    private void take(TagStock fresh) {
        stock = fresh;
        all.setAll(fresh.tags().tags().stream().sorted(USUAL_ORDER).toList());
        sources.setAll(fresh.sources());
        loaded.set(true);
        boolean gone = chosenSource().isEmpty();
        if (gone) {
            source.set(sources.stream().findFirst().map(ProfileSource::name));
        }
        count();
    }

    /** Returns who uses what, as of the last reading. */
    TagStock stock() {
        return stock;
    }

    private Optional<ProfileSource> chosenSource() {
        return sources.stream().filter(s -> source.get().equals(Optional.of(s.name()))).findFirst();
    }

    private void sourceChosen() {
        values.of(source.get());
        count();
        editing.get().ifPresent(this::countEdited);
    }

    private void count() {
        sizes.count(source.get(), stock.tags());
    }

    /** Lets only these tags through, besides what is searched for. */
    void narrow(Predicate<Tag> only) {
        narrowed = only;
        filter();
    }

    private void filter() {
        Wanted words = new Wanted(search.get());
        Optional<Category> wanted = category.get();
        found.setPredicate(
                tag ->
                        narrowed.test(tag)
                                && wanted.map(c -> c == tag.category()).orElse(true)
                                && words.isIn(stock.words(tag)));
    }

    /** Begins a new tag, of the category looked at. */
    void begin() {
        edit(
                TagForm.fresh(
                        stock.tags(),
                        stock.naming(),
                        category.get().orElse(Category.AUDIENCE),
                        WordsForm.ofBundles("tag.topic.mine")));
    }

    /**
     * Reads everything afresh, then opens the tag with a key; nothing opens where it is gone, or
     * while another is edited, which would be lost.
     */
    void edit(TagKey key) {
        loading.ask(
                signal -> TagStock.read(tags, listed, packages),
                fresh -> {
                    take(fresh);
                    fresh.tags().tags().stream()
                            .filter(tag -> tag.key().equals(key) && editing.get().isEmpty())
                            .findFirst()
                            .ifPresent(this::open);
                },
                problem -> {});
    }

    void open(Tag tag) {
        edit(TagForm.of(tag, assetOf(tag), stock.tags(), stock.naming()));
    }

    void copy(Tag tag) {
        edit(TagForm.copy(tag, assetOf(tag), stock.tags(), stock.naming()));
    }

    private Optional<Asset> assetOf(Tag tag) {
        return tag.asset().flatMap(key -> Optional.ofNullable(stock.assets().get(key)));
    }

    private void edit(TagForm form) {
        form.rule().subscribe(() -> countEdited(form));
        editing.set(Optional.of(form));
        countEdited(form);
    }

    private void countEdited(TagForm form) {
        if (editing.get().equals(Optional.of(form))) {
            size.ask(source.get(), form.rule().get(), stock.tags());
        }
    }

    /** Leaves the editor; what was not saved is lost. */
    void leave() {
        size.stop();
        editing.set(Optional.empty());
    }

    /** Saves what is edited and leaves the editor. */
    void save(Consumer<Tag> saved, Consumer<Problem> failed) {
        TagForm form = editing.get().orElseThrow();
        form.problems().get().values().stream()
                .findFirst()
                .ifPresentOrElse(
                        failed,
                        () -> {
                            Tag tag = form.build();
                            Optional<Asset> asset = form.builtAsset();
                            background.act(
                                    () -> tags.save(tag, asset),
                                    () -> {
                                        leave();
                                        load(failed);
                                        saved.accept(tag);
                                    },
                                    failed);
                        });
    }

    /** Takes the tags of a file and tells how many there were. */
    void importFile(Path file, IntConsumer taken, Consumer<Problem> failed) {
        background.run(
                signal -> new TagImport(tags).run(file).tags().size(),
                count -> {
                    load(failed);
                    taken.accept(count);
                },
                failed);
    }

    /** Looks over all tags and tells what governance wants mended. */
    void lint(Consumer<List<TagFinding>> found, Consumer<Problem> failed) {
        Optional<SourceName> on = source.get();
        background.run(signal -> tags.lint(listed.fit(on)), found, failed);
    }

    void remove(TagKey key, Runnable removed, Consumer<Problem> failed) {
        background.act(
                () -> tags.remove(key),
                () -> {
                    load(failed);
                    removed.run();
                },
                failed);
    }
}
