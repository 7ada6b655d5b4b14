package io.marquetry.source.sql;

import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Hands days and wall times to the driver as they are.
 *
 * <p>jOOQ's own way leads through {@link java.sql.Timestamp}, which moves wall times in a zone's
 * daylight-saving gap and days before 1582.
 */
public final class JavaTimeBinding<T> implements Binding<T, T> {

    public static final DataType<LocalDate> DAY =
            SQLDataType.LOCALDATE.asConvertedDataType(new JavaTimeBinding<>(LocalDate.class));

    public static final DataType<LocalDateTime> MOMENT =
            SQLDataType.LOCALDATETIME.asConvertedDataType(
                    new JavaTimeBinding<>(LocalDateTime.class));

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private JavaTimeBinding(Class<T> type) {
        this.type = type;
    }

    @Override
    public Converter<T, T> converter() {
        return Converter.of(type, type, t -> t, t -> t);
    }

    @Override
    public void sql(BindingSQLContext<T> context) {
        // Not the visit of an inner value: jOOQ would bind that one instead.
        context.render().sql(isBoundAsMoment(context.dialect()) ? "cast(? as date)" : "?");
    }

    @Override
    public void set(BindingSetStatementContext<T> context) throws SQLException {
        T value = context.value();
        if (value instanceof LocalDate day && isBoundAsMoment(context.dialect())) {
            context.statement().setObject(context.index(), day.atStartOfDay());
        } else {
            context.statement().setObject(context.index(), value);
        }
    }

    /** DuckDB's driver takes days through {@link java.sql.Date}, but wall times as they are. */
    private boolean isBoundAsMoment(SQLDialect dialect) {
        return type == LocalDate.class && dialect == SQLDialect.DUCKDB;
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        context.value(context.resultSet().getObject(context.index(), type));
    }

    @Override
    public void get(BindingGetStatementContext<T> context) throws SQLException {
        context.value(context.statement().getObject(context.index(), type));
    }

    @Override
    public void register(BindingRegisterContext<T> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), Types.OTHER);
    }

    @Override
    public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("no object types here");
    }

    @Override
    public void get(BindingGetSQLInputContext<T> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("no object types here");
    }
}
