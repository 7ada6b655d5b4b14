package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.TwoArms;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the profiles that stand in more than one arm of the same package: what they did cannot be
 * told of either.
 */
final class TwoArmsQuery {

    private static final String WHO = "WHO_TWICE";
    private static final String PACK = "PACK_TWICE";

    private final OutcomeMapping mapping;
    private final ColumnsQuery columns;

    TwoArmsQuery(ProfileSource source, OutcomeMapping mapping, SourceQueries queries) {
        this.mapping = mapping;
        this.columns = new ColumnsQuery(source, mapping, queries);
    }

    /** Returns whether a profile can stand in two rows at all. */
    boolean isPossible() {
        return mapping.column(OutcomeRole.ARM).isPresent()
                && switch (mapping.layout()) {
                    case OutcomeLayout.PerProfile(var stream) ->
                            stream.isPresent() || columns.mayRepeat();
                    case OutcomeLayout.Totals _ -> false;
                    case OutcomeLayout.Events _, OutcomeLayout.Contacts _ -> true;
                };
    }

    TwoArms fetch(Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        if (!isPossible()) {
            return TwoArms.NONE;
        }
        Field<String> who = columns.whoseText();
        Field<String> pack = columns.told(OutcomeRole.PACKAGE);
        Field<String> arm = columns.told(OutcomeRole.ARM);
        Condition told = who.isNotNull().and(arm.isNotNull()).and(arm.ne(DSL.inline("")));
        List<Field<?>> keys = new ArrayList<>(List.of(who));
        if (mapping.column(OutcomeRole.PACKAGE).isPresent()) {
            keys.add(pack);
        }
        Result<Record> found =
                ask.apply(
                        context ->
                                context.select(
                                                List.<Field<?>>of(
                                                        who.as(DSL.name(WHO)),
                                                        DSL.coalesce(pack, DSL.inline(""))
                                                                .as(DSL.name(PACK))))
                                        .from(columns.told())
                                        .where(told)
                                        .groupBy(keys)
                                        .having(DSL.min(arm).ne(DSL.max(arm))));
        Map<String, List<String>> byPackage = new LinkedHashMap<>();
        for (Record row : found) {
            byPackage
                    .computeIfAbsent(row.get(PACK, String.class), _ -> new ArrayList<>())
                    .add(row.get(WHO, String.class));
        }
        return new TwoArms(byPackage);
    }

    /**
     * Returns the condition that a row is of nobody who stands in two arms.
     *
     * @param who whose the row is, as text
     * @param pack the row's package
     */
    Condition without(TwoArms twoArms, Field<String> who, Field<String> pack) {
        List<Condition> none = new ArrayList<>();
        boolean told = mapping.column(OutcomeRole.PACKAGE).isPresent();
        twoArms.byPackage()
                .forEach(
                        (text, keys) -> {
                            Condition these = PeopleQuery.isOneOf(who, keys);
                            Condition here =
                                    told
                                            ? DSL.coalesce(pack, DSL.inline(""))
                                                    .eq(DSL.val(text, SQLDataType.VARCHAR))
                                                    .and(these)
                                            : these;
                            none.add(who.isNull().or(DSL.not(here)));
                        });
        return DSL.and(none);
    }
}
