package io.marquetry.ui.tags.rule;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.ui.common.look.TypeIcons;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** What a condition can be about. */
public sealed interface Subject {

    /** An attribute of profiles, or a field of events; without a type where it is unknown. */
    record Field(String name, Optional<AttributeType> type) implements Subject {
        static Field of(Attribute attribute) {
            return new Field(attribute.name(), Optional.of(attribute.type()));
        }
    }

    /** The events of one stream. */
    record Events(String stream) implements Subject {}

    /** Another tag. */
    record OtherTag() implements Subject {}

    /** Returns the picture that stands for it. */
    default Feather icon() {
        return switch (this) {
            case Field field -> field.type().map(TypeIcons::of).orElse(Feather.HELP_CIRCLE);
            case Events events -> Feather.ACTIVITY;
            case OtherTag tag -> Feather.TAG;
        };
    }
}
