package io.marquetry.ui.common.look;

import io.marquetry.source.AttributeType;

import org.kordamp.ikonli.feather.Feather;

/** The pictures that stand for the types of columns. */
public final class TypeIcons {

    private TypeIcons() {}

    /** Returns the picture of a type. */
    public static Feather of(AttributeType type) {
        return switch (type) {
            case TEXT -> Feather.TYPE;
            case INTEGER, DECIMAL -> Feather.HASH;
            case DATE -> Feather.CALENDAR;
            case DATETIME -> Feather.CLOCK;
            case BOOLEAN -> Feather.TOGGLE_RIGHT;
        };
    }
}
