package io.marquetry.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Product;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The log of the program: four files of a megabyte at most, which only their owner can read. They
 * hold no values of anybody's data, see {@link LogLines}.
 */
final class LogFile {

    private static final String NAME = "file";
    private static final FileSize LARGEST = FileSize.valueOf("1MB");
    private static final int OLD_ONES = 3;

    private LogFile() {}

    /**
     * Begins to log into a folder, once in a process; a log that cannot be written keeps nobody
     * from working.
     *
     * @param folder is made where there is none
     */
    static void open(Path folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) != null) {
            return;
        }
        Path file = folder.resolve("marquetry.log");
        try {
            PrivateFiles.folder(folder);
            if (!Files.exists(file)) {
                PrivateFiles.create(file);
            }
        } catch (IOException e) {
            return;
        }
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName(NAME);
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, new LogLines()));
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setMaxIndex(OLD_ONES);
        rolling.setFileNamePattern(folder.resolve("marquetry.%i.log").toString());
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(LARGEST);
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        root.addAppender(appender);
        warningsGoToTheFileAlone(root);
        System.setProperty(Product.LOG, file.toString());
    }

    /** Who reads standard error is told by sentences, in a language of their own. */
    private static void warningsGoToTheFileAlone(ch.qos.logback.classic.Logger root) {
        Appender<ILoggingEvent> messages = root.getAppender(LogSettings.MESSAGES);
        if (messages != null) {
            ThresholdFilter errors = new ThresholdFilter();
            errors.setLevel(Level.ERROR.levelStr);
            errors.start();
            messages.addFilter(errors);
        }
    }

    /** Returns what writes events in lines of this layout; started. */
    static LayoutWrappingEncoder<ILoggingEvent> encoder(
            LoggerContext context, Layout<ILoggingEvent> lines) {
        lines.setContext(context);
        lines.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(lines);
        encoder.start();
        return encoder;
    }
}
