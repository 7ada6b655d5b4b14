package io.marquetry.ui.tags.rule;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;

/**
 * What a rule can speak of.
 *
 * @param model what the chosen source knows; empty: no source is chosen
 * @param tags the tags there are
 */
public record RuleContext(Optional<ProfileModel> model, TagCatalog tags) {

    /** Knows nothing. */
    static RuleContext empty() {
        return new RuleContext(Optional.empty(), new TagCatalog(List.of()));
    }

    /** Returns the attributes of profiles, or the fields of a stream's events. */
    List<Attribute> fields(Optional<String> stream) {
        return stream.isPresent()
                ? stream(stream.get()).map(EventStream::fields).orElse(List.of())
                : model.map(ProfileModel::attributes).orElse(List.of());
    }

    /** Returns the type of an attribute or event field, where it is known. */
    public Optional<AttributeType> type(Optional<String> stream, String field) {
        return fields(stream).stream()
                .filter(f -> f.name().equals(field))
                .map(Attribute::type)
                .findFirst();
    }

    /** Returns the event streams. */
    List<EventStream> streams() {
        return model.map(ProfileModel::streams).orElse(List.of());
    }

    /** Returns the stream with the name, where it is known. */
    Optional<EventStream> stream(String name) {
        return model.flatMap(m -> m.stream(name));
    }

    /** Returns what type events of a stream are reduced to, where it is known. */
    Optional<AttributeType> outcome(
            String stream, TagRule.Aggregate aggregate, Optional<String> measure) {
        return switch (aggregate) {
            case COUNT -> Optional.of(AttributeType.INTEGER);
            case SUM -> Optional.of(AttributeType.DECIMAL);
            case LATEST -> stream(stream).map(EventStream::timeType);
            case MIN, MAX -> measure.flatMap(field -> type(Optional.of(stream), field));
        };
    }

    /** Returns the audience tags that a rule may rest on, the tag itself left out. */
    List<TagKey> audienceTags(Optional<TagKey> self) {
        return tags.tags().stream()
                .filter(tag -> tag.rule().isPresent())
                .map(Tag::key)
                .filter(key -> !self.equals(Optional.of(key)))
                .toList();
    }
}
