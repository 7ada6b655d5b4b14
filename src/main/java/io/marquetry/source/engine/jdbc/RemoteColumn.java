package io.marquetry.source.engine.jdbc;

import io.marquetry.source.AttributeType;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;

import java.time.ZoneId;
import java.util.Optional;

/** A column of a table on a server, as its catalogue has it. */
public interface RemoteColumn {

    /** Returns its exact name. */
    String name();

    /** Returns what rules can compare it as; empty where they cannot. */
    Optional<AttributeType> attributeType();

    /** Returns how it keeps numbers. */
    NumberKind numbers();

    /**
     * Returns its value as rules mean it: texts as they are, by code points and without the blanks
     * that fill a text of fixed length; points in time by the clock of a zone. Not asked of columns
     * that rules cannot compare.
     */
    Field<?> value(ZoneId zone);

    /** Returns its value as a text. */
    Field<String> text();
}
