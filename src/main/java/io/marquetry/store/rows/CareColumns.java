package io.marquetry.store.rows;

import io.marquetry.govern.Care;
import io.marquetry.govern.LifeState;
import io.marquetry.handoff.LocalizedTextJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The columns of a tag or an asset that tell how it is kept; all empty where nobody ever said. */
final class CareColumns {

    private CareColumns() {}

    /** Fills the columns; what says nothing stays empty, as in rows of before. */
    static void put(UpdatableRecord<?> row, Care care) {
        set(
                row,
                "STATE",
                String.class,
                Optional.of(care.state().name()).filter(s -> !care.equals(Care.NONE)));
        set(row, "OWNER", String.class, care.owner());
        set(row, "TEAM", String.class, care.team());
        set(row, "VALID_FROM", LocalDate.class, care.validFrom());
        set(row, "VALID_UNTIL", LocalDate.class, care.validUntil());
        set(row, "SUCCESSOR", String.class, care.successor());
        set(row, "REASON", String.class, care.reason());
        set(
                row,
                "SCENARIO",
                String.class,
                care.scenario().map(LocalizedTextJson::write).map(CanonicalJson::write));
    }

    /** Reads the columns. */
    static Care of(UpdatableRecord<?> row) {
        return new Care(
                text(row, "STATE").map(LifeState::valueOf).orElse(LifeState.ACTIVE),
                text(row, "OWNER"),
                text(row, "TEAM"),
                day(row, "VALID_FROM"),
                day(row, "VALID_UNTIL"),
                text(row, "SUCCESSOR"),
                text(row, "REASON"),
                text(row, "SCENARIO")
                        .map(StrictJson::read)
                        .map(JsonView::of)
                        .map(LocalizedTextJson::read));
    }

    private static Optional<String> text(UpdatableRecord<?> row, String column) {
        @Nullable String value = row.get(column, String.class);
        return Optional.ofNullable(value);
    }

    private static Optional<LocalDate> day(UpdatableRecord<?> row, String column) {
        @Nullable LocalDate value = row.get(column, LocalDate.class);
        return Optional.ofNullable(value);
    }

    private static <T> void set(
            UpdatableRecord<?> row, String column, Class<T> type, Optional<T> value) {
        @Nullable T plain = value.orElse(null);
        row.set(Objects.requireNonNull(row.field(column, type), column), plain);
    }
}
