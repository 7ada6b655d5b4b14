package io.marquetry.launch;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;

import org.jspecify.annotations.Nullable;

/**
 * What the log says of an event: our own words, and the way through the program. Messages of
 * exceptions and of other libraries may hold cells of a file or keys of people, and stay out.
 */
final class LogLines extends LayoutBase<ILoggingEvent> {

    private static final String OURS = "io.marquetry.";
    private static final int FRAMES = 40;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        String said = event.getLoggerName().startsWith(OURS) ? event.getFormattedMessage() : "(…)";
        text.append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName())
                .append(" - ")
                .append(said)
                .append('\n');
        for (@Nullable IThrowableProxy at = event.getThrowableProxy();
                at != null;
                at = at.getCause()) {
            text.append(at.getClassName()).append('\n');
            StackTraceElementProxy[] trace = at.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
                text.append("    ").append(trace[i]).append('\n');
            }
        }
        return text.toString();
    }
}
