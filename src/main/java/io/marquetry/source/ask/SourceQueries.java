package io.marquetry.source.ask;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.JavaTimeBinding;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.RoundBounds;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What queries of other features ask of the local sources: they bring the query, this brings the
 * database, the columns' types and the meaning of tags. Blocks; never on the FX thread.
 */
public final class SourceQueries {

    private final OpenSources databases;
    private final Supplier<LocalDate> today;

    /**
     * Makes them for a workspace.
     *
     * @param today the real day where the user is; for sources that have none of their own
     */
    public SourceQueries(OpenSources databases, Supplier<LocalDate> today) {
        this.databases = databases;
        this.today = today;
    }

    /**
     * Asks the database of a source.
     *
     * @throws CancelSignal.Cancelled if the signal stopped it
     * @throws io.marquetry.base.ProblemException if the source is gone, damaged or does not answer
     */
    public <R extends Record> Result<R> ask(
            ProfileSource source,
            Function<DSLContext, ResultQuery<R>> question,
            CancelSignal signal) {
        return databases.open(source, signal).ask(question, signal);
    }

    /**
     * Returns a table of a source's model as a query names it: on a server it lies elsewhere.
     *
     * @throws io.marquetry.base.ProblemException if the source is gone, damaged or does not answer
     */
    public Table<?> table(ProfileSource source, String name) {
        return databases.open(source, new CancelSignal()).table(name);
    }

    /** Lets go of the database of a source, so that its file can be removed. */
    public void close(SourceName source) {
        databases.close(source);
    }

    /** Returns a column as a field that keeps its values as they are. */
    public Field<?> column(Name name, AttributeType type) {
        return switch (type) {
            case TEXT -> DSL.field(name, SQLDataType.VARCHAR);
            case INTEGER, DECIMAL -> DSL.field(name, SQLDataType.NUMERIC);
            case DATE -> DSL.field(name, JavaTimeBinding.DAY);
            case DATETIME -> DSL.field(name, JavaTimeBinding.MOMENT);
            case BOOLEAN -> DSL.field(name, SQLDataType.BOOLEAN);
        };
    }

    /** Returns the type of calendar days. */
    public DataType<LocalDate> day() {
        return JavaTimeBinding.DAY;
    }

    /** Returns the type of moments on the clock of a source. */
    public DataType<LocalDateTime> moment() {
        return JavaTimeBinding.MOMENT;
    }

    /** Returns the number of rows of a group for which a condition holds, as an aggregate. */
    public static Field<Long> countWhere(ProfileSource source, Condition condition) {
        return dialect(source).countWhere(condition);
    }

    /** Returns how the engine of a source is spoken to; opens nothing. */
    public static Dialect dialect(ProfileSource source) {
        return Engines.dialect(source.place());
    }

    /**
     * Returns the condition that a row of the source's profile table carries a tag.
     *
     * @throws io.marquetry.base.ProblemException if the tag has no answer on this source
     */
    public Condition carries(
            ProfileSource source, TagKey tag, TagCatalog tags, CancelSignal signal) {
        TagRule rule = new TagRule.HasTag(tag);
        List<Problem> problems = new RuleCheck(source, tags).problems(rule);
        if (!problems.isEmpty()) {
            throw problems.getFirst().asException();
        }
        LocalDate day = source.fixedToday().orElseGet(today);
        Operands operands = databases.open(source, signal).operands(day);
        return new RuleConditions(source.model(), tags, operands).of(rule);
    }

    /** Returns bounds of at most twelve ranges that people can read, the last one above all. */
    public static List<BigDecimal> roundBounds(
            BigDecimal low, BigDecimal high, AttributeType type) {
        return RoundBounds.ofNumbers(low, high, type);
    }

    /** Returns bounds of at most twelve ranges of days, the last one after all. */
    public static List<LocalDate> roundBounds(LocalDate low, LocalDate high) {
        return RoundBounds.ofDays(low, high);
    }
}
