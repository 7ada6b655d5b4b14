package io.marquetry.source.engine.clickhouse;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A connection whose values arrive as they are. The driver writes them into the statement: moments
 * by the zone of this JVM and for some centuries only, and decimals so that the server reads them
 * as binary fractions. As texts, both are read exactly as what they are compared with. It would
 * also look for JDBC's escapes within texts.
 */
final class ExactConnection {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private ExactConnection() {}

    static Connection of(Connection driver) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    Object made = method.invoke(driver, arguments);
                    if (made instanceof Statement statement) {
                        statement.setEscapeProcessing(false);
                    }
                    return made instanceof PreparedStatement prepared
                            ? exact(prepared, driver)
                            : made;
                });
    }

    private static PreparedStatement exact(PreparedStatement driver, Connection connection) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("cancel")) {
                        driver.cancel();
                        // The server looks up from its work between two blocks of rows only, and
                        // not while it plans; who cancelled does not wait for that.
                        connection.abort(Runnable::run);
                        return null;
                    }
                    if (arguments != null
                            && arguments.length > 1
                            && method.getName().startsWith("set")) {
                        String text = text(arguments[1]);
                        if (text != null) {
                            driver.setString((Integer) arguments[0], text);
                            return null;
                        }
                    }
                    return method.invoke(driver, arguments);
                });
    }

    private static @Nullable String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime moment -> MOMENT.format(moment);
            case null, default -> null;
        };
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader() == null
                                ? ExactConnection.class.getClassLoader()
                                : type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return call.of(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    @FunctionalInterface
    private interface Call {
        @Nullable Object of(Method method, Object @Nullable [] arguments) throws Exception;
    }
}
