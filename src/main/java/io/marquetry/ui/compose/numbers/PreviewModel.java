package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.index.WhatIfs;
import io.marquetry.pack.AssetPackage;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The exact size of the audience on screen, and what it consists of. The size comes from the index;
 * until there is one, from the source itself. Each new question cancels the one before in the
 * database; an old answer is never current. Use it on the FX thread.
 */
public final class PreviewModel {

    private final AudienceReaders readers;
    private final SourceRepository sourceRepository;
    private final IndexModel indexes;
    private final WhatIfModel whatIfs;
    private final LatestOnly counting;
    private final LatestOnly breaking;
    private final LatestOnly listing;
    private final ReadOnlyObjectWrapper<PreviewState<AudienceSize>> size =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private final ReadOnlyObjectWrapper<PreviewState<Breakdown>> breakdown =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private final ObjectProperty<Optional<String>> attribute =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ProfileSource> sources = FXCollections.observableArrayList();
    private final ObservableList<ProfileSource> knownSources =
            FXCollections.unmodifiableObservableList(sources);
    private @Nullable Question asked;
    private @Nullable Question counted;

    /** Makes a preview and lets it follow the package in work. */
    public PreviewModel(
            ComposeModel compose,
            IndexModel indexes,
            WhatIfModel whatIfs,
            AudienceReaders readers,
            SourceRepository sourceRepository,
            Background background) {
        this.readers = readers;
        this.indexes = indexes;
        this.whatIfs = whatIfs;
        this.sourceRepository = sourceRepository;
        this.counting = new LatestOnly(background);
        this.breaking = new LatestOnly(background);
        this.listing = new LatestOnly(background);
        compose.draft().subscribe(d -> follow(compose.current(), compose.tags().get()));
        compose.tags().subscribe(t -> follow(compose.current(), t));
        attribute.subscribe(a -> breakDown());
        indexes.state().subscribe(state -> showSize());
        whatIfs.answer().subscribe(answer -> showSize());
    }

    /** Returns what is known of the audience's size. */
    public ReadOnlyObjectProperty<PreviewState<AudienceSize>> size() {
        return size.getReadOnlyProperty();
    }

    /** Returns what is known of its break-down by the chosen attribute. */
    public ReadOnlyObjectProperty<PreviewState<Breakdown>> breakdown() {
        return breakdown.getReadOnlyProperty();
    }

    /** Returns the attribute that the audience is broken down by; empty: by none. */
    public ObjectProperty<Optional<String>> attribute() {
        return attribute;
    }

    /** Returns the sources to choose from. */
    public ObservableList<ProfileSource> sources() {
        return knownSources;
    }

    /** Returns the attributes of a source; empty for a source that is gone. */
    public List<Attribute> attributes(SourceName source) {
        return sources.stream()
                .filter(s -> s.name().equals(source))
                .flatMap(s -> s.model().attributes().stream())
                .toList();
    }

    /** Loads the list of sources afresh. */
    public void refresh() {
        listing.ask(
                signal -> sourceRepository.list(),
                found -> {
                    sources.setAll(found);
                    chooseAttribute();
                },
                this::failed);
    }

    /** Asks again, after a failure. */
    public void retry() {
        counted = null;
        whatIfs.retry();
        showSize();
        breakDown();
    }

    private void follow(Optional<AssetPackage> pack, TagCatalog tags) {
        Question question =
                pack.map(p -> new Question(p.source(), p.audience(), tags)).orElse(null);
        if (question == null || question.equals(asked)) {
            return;
        }
        if (asked != null && !asked.source().equals(question.source())) {
            size.set(new PreviewState.Idle<>());
            breakdown.set(new PreviewState.Idle<>());
        }
        asked = question;
        chooseAttribute();
        showSize();
        breakDown();
    }

    /** Keeps the attribute where the source has it, else takes the first that names kinds. */
    private void chooseAttribute() {
        if (asked == null || sources.isEmpty()) {
            return;
        }
        List<Attribute> known = attributes(asked.source());
        if (attribute.get().filter(a -> names(known).contains(a)).isEmpty()) {
            attribute.set(
                    known.stream()
                            .filter(PreviewModel::namesKinds)
                            .findFirst()
                            .or(() -> known.stream().findFirst())
                            .map(Attribute::name));
        }
    }

    // A number of its own for everybody would make bars that tell nothing; it can still be chosen.
    private static boolean namesKinds(Attribute attribute) {
        return attribute.type() == AttributeType.TEXT
                && !attribute.name().toLowerCase(Locale.ROOT).matches("(.*[_ -])?(id|key|uuid)");
    }

    private static List<String> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }

    private void showSize() {
        Question question = asked;
        if (question == null) {
            return;
        }
        if (indexes.ready().isEmpty()) {
            count(question);
            return;
        }
        counting.cancel();
        counted = null;
        Optional<AudienceSize> last = size.get().latest();
        size.set(
                switch (whatIfs.answer().get()) {
                    case PreviewState.Idle<WhatIfs> idle -> new PreviewState.Idle<>();
                    case PreviewState.Asking<WhatIfs> asking -> new PreviewState.Asking<>(last);
                    case PreviewState.Current<WhatIfs>(WhatIfs known) ->
                            new PreviewState.Current<>(size(known));
                    case PreviewState.Failed<WhatIfs> failed ->
                            new PreviewState.Failed<>(last, failed.problem());
                });
    }

    private AudienceSize size(WhatIfs known) {
        return new AudienceSize(known.now(), known.profiles(), known.snapshot(), whatIfs.took());
    }

    private void count(Question question) {
        if (question.equals(counted)) {
            return;
        }
        counted = question;
        size.set(new PreviewState.Asking<>(size.get().latest()));
        counting.ask(
                signal -> readers.reader(question.source()).count(question.query(), signal),
                answer -> size.set(new PreviewState.Current<>(answer)),
                this::failed);
    }

    private void failed(Problem problem) {
        size.set(new PreviewState.Failed<>(size.get().latest(), problem));
    }

    private void breakDown() {
        Question question = asked;
        Optional<String> by = attribute.get();
        if (question == null || by.isEmpty()) {
            breaking.cancel();
            breakdown.set(new PreviewState.Idle<>());
            return;
        }
        Optional<Breakdown> last =
                breakdown.get().latest().filter(b -> b.attribute().equals(by.get()));
        breakdown.set(new PreviewState.Asking<>(last));
        breaking.ask(
                signal ->
                        readers.reader(question.source())
                                .breakDown(question.query(), by.get(), signal),
                answer -> breakdown.set(new PreviewState.Current<>(answer)),
                why -> breakdown.set(new PreviewState.Failed<>(last, why)));
    }

    private record Question(SourceName source, AllOf audience, TagCatalog tags) {
        AudienceQuery query() {
            return new AudienceQuery(audience, tags);
        }
    }
}
