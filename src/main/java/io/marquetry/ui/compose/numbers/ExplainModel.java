package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Explanation;
import io.marquetry.index.question.Nearby;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Why one person is in the audience on screen or not; follows each edit. The key is personal: it
 * stays in memory, and only as long as somebody looks at that person. Use it on the FX thread.
 */
public final class ExplainModel {

    private static final int EXAMPLES = 10;

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final Asking<Sought, OptionalLong> person;
    private final Asking<Question, Told> asking;
    private final StringProperty key = new SimpleStringProperty("");
    private @Nullable Sought sought;
    private Optional<SourceName> later = Optional.empty();
    private final AudienceIndexes service;
    private final LatestOnly looking;
    private final ReadOnlyObjectWrapper<Optional<Examples>> examples =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Makes a model that follows the package in work. */
    public ExplainModel(
            ComposeModel compose,
            IndexModel indexes,
            AudienceIndexes service,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.service = service;
        this.looking = new LatestOnly(background);
        compose.draft().subscribe(draft -> examples.set(Optional.empty()));
        person =
                new Asking<Sought, OptionalLong>(
                                background,
                                this::sought,
                                asked ->
                                        signal ->
                                                service.ordinal(asked.index(), asked.key(), signal))
                        .keeping(earlier -> false)
                        .following(indexes.state());
        asking =
                new Asking<Question, Told>(
                                background, this::question, asked -> signal -> asked.explain())
                        .keeping(earlier -> isMeant(earlier.ordinal()))
                        .following(compose.draft(), indexes.state(), person.answer());
    }

    /** Returns whether the user wants to see the explanation. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns the key that is typed. */
    StringProperty key() {
        return key;
    }

    /** Returns where the person is among the source's people; empty for a key that nobody has. */
    public ReadOnlyObjectProperty<Answer<OptionalLong>> person() {
        return person.answer();
    }

    /** Returns why the person is in the audience or not. */
    public ReadOnlyObjectProperty<Answer<Told>> answer() {
        return asking.answer();
    }

    /** Returns who was found to look at; empty until somebody asks, and after each edit. */
    ReadOnlyObjectProperty<Optional<Examples>> examples() {
        return examples.getReadOnlyProperty();
    }

    /** Looks for ten people who are in the audience, and ten whom a single row keeps out. */
    void lookForExamples(Consumer<Problem> failed) {
        find(EXAMPLES, found -> examples.set(Optional.of(found)), failed);
    }

    /** Hands on the key of somebody in the audience, as soon as one is found. */
    public void somebody(Consumer<String> found) {
        find(
                1,
                some -> some.in().stream().findFirst().ifPresent(found),
                why -> {
                    // Whoever asked may type a key.
                });
    }

    private void find(int most, Consumer<Examples> found, Consumer<Problem> failed) {
        Optional<MembershipIndex> index = indexes.ready();
        Optional<AllOf> audience = compose.current().map(pack -> pack.audience());
        if (index.isEmpty() || audience.isEmpty()) {
            return;
        }
        looking.ask(
                signal -> {
                    Nearby near = Nearby.of(index.get(), audience.get(), most);
                    return new Examples(
                            service.keys(index.get(), near.in(), signal),
                            service.keys(index.get(), near.nearly(), signal));
                },
                found,
                failed);
    }

    /**
     * Some people to look at.
     *
     * @param in keys of people in the audience
     * @param nearly keys of people whom a single row keeps out
     */
    record Examples(List<String> in, List<String> nearly) {

        Examples {
            in = List.copyOf(in);
            nearly = List.copyOf(nearly);
        }
    }

    /** Explains the person with the key; a blank key asks for nobody. */
    public void ask(String key) {
        sought =
                indexes.ready()
                        .filter(index -> !key.isBlank())
                        .map(index -> new Sought(index, key.strip()))
                        .orElse(null);
        person.again();
    }

    /** Explains the person with the key as soon as that source is indexed. */
    public void askWhenReady(SourceName source, String wanted) {
        open.set(true);
        key.set(wanted);
        later = Optional.of(source);
        person.again();
    }

    /** Another state of the source may count its people in another order: then nobody is meant. */
    private Optional<Sought> sought() {
        Optional<MembershipIndex> awaited =
                indexes.ready()
                        .filter(index -> later.equals(Optional.of(index.snapshot().source())));
        if (awaited.isPresent()) {
            sought = new Sought(awaited.get(), key.get());
            later = Optional.empty();
        }
        if (sought != null && indexes.ready().filter(sought::hasOtherPlaces).isPresent()) {
            sought = null;
        }
        return Optional.ofNullable(sought);
    }

    private Optional<Question> question() {
        return compose.current()
                .flatMap(
                        pack -> indexes.ready().flatMap(index -> question(index, pack.audience())));
    }

    private Optional<Question> question(MembershipIndex index, AllOf audience) {
        return place().stream()
                .mapToObj(ordinal -> new Question(index, audience, ordinal))
                .findFirst();
    }

    private OptionalLong place() {
        return person.answer().get().current().orElse(OptionalLong.empty());
    }

    private boolean isMeant(long ordinal) {
        return place().equals(OptionalLong.of(ordinal));
    }

    /**
     * Why a person is in an audience or not.
     *
     * @param audience the audience
     * @param explanation why
     */
    public record Told(AllOf audience, Explanation explanation) {}

    private record Sought(MembershipIndex index, String key) {

        boolean hasOtherPlaces(MembershipIndex other) {
            return !other.snapshot().source().equals(index.snapshot().source())
                    || !other.snapshot().fingerprint().equals(index.snapshot().fingerprint());
        }
    }

    private record Question(MembershipIndex index, AllOf audience, long ordinal) {

        Told explain() {
            return new Told(audience, Explanation.of(index, audience, ordinal));
        }
    }
}
