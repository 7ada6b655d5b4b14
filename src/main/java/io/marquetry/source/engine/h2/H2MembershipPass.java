package io.marquetry.source.engine.h2;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.columns.ColumnMemberships;
import io.marquetry.source.columns.Effort;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads each table once for all rules: H2 takes longer to interpret rules than to read rows. */
final class H2MembershipPass implements MembershipPass {

    private final ProfileSource source;
    private final OpenSource database;
    private final LocalDate today;

    H2MembershipPass(ProfileSource source, OpenSource database, LocalDate today) {
        this.source = source;
        this.database = database;
        this.today = today;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        return new ColumnMemberships(
                        new H2Rows(database, source.model()),
                        source.model(),
                        Math.toIntExact(source.profiles()),
                        tags,
                        today,
                        Effort.ofThisMachine())
                .of(rules, read, signal);
    }
}
