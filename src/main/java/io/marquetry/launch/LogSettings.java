package io.marquetry.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.spi.ContextAwareBase;

import io.marquetry.base.UserZone;

import org.slf4j.Logger;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What is logged where before {@link LogFile} adds its file: warnings to standard error, as
 * standard output belongs to the answers of commands. Written in Java and not in a file of Logback,
 * whose reader costs each start a tenth of a second and five hundred classes.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSettings extends ContextAwareBase implements Configurator {

    /** The name of what goes to standard error. */
    static final String MESSAGES = "stderr";

    private static final Map<String, Level> LEVELS =
            Map.of(
                    // JavaFX warns on this one logger that it was loaded from the class path, which
                    // is how we run it.
                    "javafx", Level.ERROR,
                    "javafx.css", Level.WARN,
                    "javafx.fxml", Level.WARN,
                    "javafx.scene", Level.WARN,
                    "org.jooq.Constants", Level.WARN,
                    // Tells of each server that is older than itself.
                    "org.jooq.impl.DefaultExecuteContext.logVersionSupport", Level.ERROR,
                    // What failed is told where it ends.
                    "com.clickhouse", Level.OFF,
                    "org.flywaydb", Level.WARN);

    /** Made by Logback, which finds it as a service. */
    public LogSettings() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> messages = new ConsoleAppender<>();
        messages.setContext(context);
        messages.setName(MESSAGES);
        messages.setTarget("System.err");
        messages.setEncoder(LogFile.encoder(context, new Lines()));
        messages.start();
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(messages);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * No exceptions: their messages may name people, and the log file has the way through the
     * program.
     */
    private static final class Lines extends LayoutBase<ILoggingEvent> {

        @Override
        public String doLayout(ILoggingEvent event) {
            LocalTime at = LocalTime.ofInstant(event.getInstant(), UserZone.get());
            return at.truncatedTo(ChronoUnit.SECONDS)
                    + " "
                    + event.getLevel()
                    + " "
                    + event.getLoggerName()
                    + " - "
                    + event.getFormattedMessage()
                    + "\n";
        }
    }
}
