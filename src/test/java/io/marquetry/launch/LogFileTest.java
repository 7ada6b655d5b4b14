package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.SQLException;

/** The log tells developers the way through the program, and nothing of anybody's data. */
class LogFileTest {

    private static final String PERSON = "li.wei@example.com";

    @Test
    void messagesOfExceptionsStayOut() {
        Exception inner = new SQLException("duplicate key VALUES (1, '" + PERSON + "')");
        String line =
                line("io.marquetry.source", "a source did not answer", new RuntimeException(inner));
        assertThat(line)
                .contains("a source did not answer", "java.sql.SQLException", "LogFileTest")
                .doesNotContain(PERSON);
    }

    @Test
    void wordsOfOtherLibrariesStayOut() {
        assertThat(line("org.jooq.tools", "fetched '" + PERSON + "'", null))
                .contains("org.jooq.tools")
                .doesNotContain(PERSON);
    }

    @Test
    void logIsOpenedOnceHoweverManyAskForIt(@TempDir Path temp) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        try {
            LogFile.open(temp.resolve("first"));
            LogFile.open(temp.resolve("second"));
            assertThat(temp).isDirectoryContaining("glob:**/first");
            assertThat(temp).isDirectoryNotContaining("glob:**/second");
            assertThat(replyOfStandardError(context, Level.WARN)).isEqualTo(FilterReply.DENY);
            assertThat(replyOfStandardError(context, Level.ERROR)).isNotEqualTo(FilterReply.DENY);
        } finally {
            root.getAppender("file").stop();
            root.detachAppender("file");
            root.getAppender(LogSettings.MESSAGES).clearAllFilters();
        }
    }

    private static FilterReply replyOfStandardError(LoggerContext context, Level level) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        return root.getAppender(LogSettings.MESSAGES)
                .getFilterChainDecision(new LoggingEvent("", root, level, "it", null, null));
    }

    private static String line(String logger, String message, Throwable failure) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        return new LogLines()
                .doLayout(
                        new LoggingEvent(
                                "", context.getLogger(logger), Level.WARN, message, failure, null));
    }
}
