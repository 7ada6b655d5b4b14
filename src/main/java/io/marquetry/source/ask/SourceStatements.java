package io.marquetry.source.ask;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceSql;
import io.marquetry.audience.SourceName;
import io.marquetry.base.FxThread;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.ExpressionConditions;
import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.Value;

import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Says audiences in the SQL of an engine, over the tables of a source's model. */
public final class SourceStatements implements AudienceSql {

    private static final Settings SETTINGS =
            new Settings().withParamCastMode(ParamCastMode.NEVER).withRenderFormatted(true);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDateTime LAST = LocalDate.of(9999, 12, 31).atTime(LocalTime.MAX);

    private final SourceRepository sources;

    /** Makes them for the sources of a workspace. */
    public SourceStatements(SourceRepository sources) {
        this.sources = sources;
    }

    @Override
    public Statement of(
            SourceName name, AudienceQuery query, LocalDate today, AudienceSql.Engine engine) {
        FxThread.refuse();
        ProfileSource source = sources.get(name);
        new RuleCheck(source, query.tags())
                .problems(query.expression()).stream()
                        .findFirst()
                        .ifPresent(
                                why -> {
                                    throw why.asException();
                                });
        ProfileModel model = source.model();
        Dialect dialect = Engines.dialect(engine);
        Operands operands =
                new Operands(
                        dialect,
                        column -> new NumberKind.Any(),
                        table -> DSL.table(DSL.name(table)),
                        today);
        RuleConditions rules = new RuleConditions(model, query.tags(), operands);
        DSLContext speaker = DSL.using(dialect.jooq(), SETTINGS);
        Query asked =
                speaker.select(DSL.field(DSL.name(model.keyColumn())).cast(SQLDataType.VARCHAR))
                        .from(operands.table(model.table()))
                        .where(
                                new ExpressionConditions(rules, query.tags())
                                        .of(query.expression()));
        return new Statement(
                speaker.render(asked),
                speaker.extractParams(asked).values().stream()
                        .filter(param -> !param.isInline())
                        .map(SourceStatements::value)
                        .toList());
    }

    /** What lies before the first year, as many years ago, is nobody's day. */
    private static LocalDate written(LocalDate day) {
        return day.getYear() < 1 ? FIRST : day;
    }

    /** The end of the last year that has four digits is the beginning of one that has five. */
    private static LocalDateTime written(LocalDateTime moment) {
        return moment.getYear() > LAST.getYear()
                ? LAST
                : moment.getYear() < 1 ? FIRST.atStartOfDay() : moment;
    }

    private static Value value(Param<?> param) {
        return switch (param.getValue()) {
            case LocalDate day -> new Value.Day(written(day));
            case LocalDateTime moment -> new Value.Moment(written(moment));
            case BigDecimal number -> new Value.Number(number);
            case Long whole -> new Value.Number(BigDecimal.valueOf(whole));
            case Integer whole -> new Value.Number(BigDecimal.valueOf(whole));
            case Boolean truth -> new Value.Truth(truth);
            case null, default -> new Value.Text(String.valueOf(param.getValue()));
        };
    }
}
