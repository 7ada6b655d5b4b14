package io.marquetry.ui.propose;

import io.marquetry.base.Problem;
import io.marquetry.propose.Proposals;
import io.marquetry.propose.ProposedTag;
import io.marquetry.propose.TagProposals;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What one source suggests, and which of it is ticked. Use it on the FX thread. */
final class ProposeModel {

    private final ProfileSource source;
    private final TagProposals service;
    private final Background background;
    private final LatestOnly asking;
    private final ReadOnlyObjectWrapper<Optional<Proposals>> proposals =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<TagKey>> ticked = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

    ProposeModel(ProfileSource source, TagProposals service, Background background) {
        this.source = source;
        this.service = service;
        this.background = background;
        this.asking = new LatestOnly(background);
    }

    ProfileSource source() {
        return source;
    }

    /** Returns what was found; empty while it is looked for, and where that failed. */
    ReadOnlyObjectProperty<Optional<Proposals>> proposals() {
        return proposals.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<TagKey>> ticked() {
        return ticked.getReadOnlyProperty();
    }

    /** Tells whether the tags are being made. */
    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Looks at the source; what most people would want is ticked. */
    void look() {
        problem.set(Optional.empty());
        asking.ask(
                signal -> service.of(source, signal),
                found -> {
                    proposals.set(Optional.of(found));
                    Set<TagKey> advised = new HashSet<>();
                    found.advised().forEach(tag -> advised.add(tag.key()));
                    ticked.set(Set.copyOf(advised));
                },
                why -> problem.set(Optional.of(why)));
    }

    /** Stops looking. */
    void leave() {
        asking.cancel();
    }

    /** Ticks tags, or takes their ticks away. */
    void tick(List<ProposedTag> tags, boolean wanted) {
        Set<TagKey> now = new HashSet<>(ticked.get());
        tags.forEach(
                tag -> {
                    if (wanted) {
                        now.add(tag.tag().key());
                    } else {
                        now.remove(tag.tag().key());
                    }
                });
        ticked.set(Set.copyOf(now));
    }

    boolean isTicked(ProposedTag tag) {
        return ticked.get().contains(tag.tag().key());
    }

    /** Makes the ticked tags, all or none. */
    void make(Consumer<List<TagKey>> made) {
        List<Tag> wanted =
                proposals.get().stream()
                        .flatMap(found -> found.groups().stream())
                        .flatMap(group -> group.tags().stream())
                        .filter(this::isTicked)
                        .map(ProposedTag::tag)
                        .toList();
        if (wanted.isEmpty() || saving.get()) {
            return;
        }
        saving.set(true);
        background.act(
                () -> service.make(wanted),
                () -> {
                    saving.set(false);
                    made.accept(wanted.stream().map(Tag::key).toList());
                },
                why -> {
                    saving.set(false);
                    problem.set(Optional.of(why));
                });
    }
}
