package io.marquetry.source.engine.mysql;

import io.marquetry.source.sql.JavaTimeBinding;

import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a zone's clock was and will be from UTC, as conditions: many servers do not know the
 * zones by name, and those that do answer missing for the ones that they do not know.
 */
final class ZoneSteps {

    /** The last moment that a column of points in time can keep. */
    private static final Instant LAST = Instant.parse("2106-02-07T06:28:16Z");

    private final List<LocalDateTime> begins;
    private final List<ZoneOffset> offsets;

    private ZoneSteps(List<LocalDateTime> begins, List<ZoneOffset> offsets) {
        this.begins = begins;
        this.offsets = offsets;
    }

    /** Looks the steps of a zone up. */
    static ZoneSteps of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<LocalDateTime> begins = new ArrayList<>();
        List<ZoneOffset> offsets = new ArrayList<>();
        offsets.add(rules.getOffset(Instant.EPOCH));
        ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH);
        while (next != null && next.getInstant().isBefore(LAST)) {
            begins.add(LocalDateTime.ofInstant(next.getInstant(), ZoneOffset.UTC));
            offsets.add(next.getOffsetAfter());
            next = rules.nextTransition(next.getInstant());
        }
        return new ZoneSteps(begins, offsets);
    }

    /** Returns what the zone's clock shows at a moment of UTC. */
    Field<LocalDateTime> wallTime(Field<LocalDateTime> utc) {
        return between(utc, 0, begins.size());
    }

    /** By halves: a moment is compared with eight others, not with all of them. */
    private Field<LocalDateTime> between(Field<LocalDateTime> utc, int from, int to) {
        if (from == to) {
            // No seconds as well: what is added to 0000-00-00 is missing, as that is.
            return DSL.localDateTimeAdd(
                    utc, DSL.inline(offsets.get(from).getTotalSeconds()), DatePart.SECOND);
        }
        int middle = (from + to) / 2;
        return DSL.when(
                        utc.lt(DSL.val(begins.get(middle), JavaTimeBinding.MOMENT)),
                        between(utc, from, middle))
                .otherwise(between(utc, middle + 1, to));
    }
}
