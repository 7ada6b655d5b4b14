package io.marquetry.source.file;

import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a cell in the one form that nobody can misread. Spreadsheets keep days as numbers and
 * tell them by their format only; they keep 15 digits of a number, so that is what is read.
 */
final class SheetCells {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int FIRST_RIGHT_DAY = 61;
    private static final int MAX_DAYS = 2_958_466;

    private final LocalDate epoch;
    private final Map<String, Boolean> dayFormats = new HashMap<>();

    SheetCells(boolean from1904) {
        epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
    }

    String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case BOOLEAN -> String.valueOf(cell.asBoolean()).toLowerCase(Locale.ROOT);
            case STRING -> cell.asString();
            case ERROR -> raw(cell);
            case NUMBER -> number(cell, raw(cell));
            case FORMULA -> formula(cell);
        };
    }

    private String formula(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof Boolean truth) {
            return truth ? "true" : "false";
        }
        return value instanceof BigDecimal || value instanceof Number
                ? number(cell, raw(cell))
                : value == null ? raw(cell) : value.toString();
    }

    private static String raw(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private String number(Cell cell, String raw) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException noNumber) {
            return raw;
        }
        if (isDay(cell.getDataFormatId(), cell.getDataFormatString())) {
            String day = day(number);
            if (day != null) {
                return day;
            }
        }
        BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
        return shown.scale() < -40 ? raw : shown.toPlainString();
    }

    private @Nullable String day(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MAX_DAYS)) > 0) {
            return null;
        }
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
        BigDecimal part = number.subtract(whole);
        long millis = part.multiply(MILLIS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        if (whole.signum() == 0) {
            // No day at all: a time of the day.
            return LocalDateTime.of(epoch, LocalTime.MIDNIGHT)
                    .plus(millis, ChronoUnit.MILLIS)
                    .toLocalTime()
                    .toString();
        }
        // The year 1900 has a 29 February there.
        long days = whole.longValue();
        boolean before = epoch.equals(EPOCH_1900) && days < FIRST_RIGHT_DAY;
        LocalDate day = epoch.plusDays(before ? days + 1 : days);
        return millis == 0
                ? day.toString()
                : day.atStartOfDay().plus(millis, ChronoUnit.MILLIS).toString();
    }

    private boolean isDay(@Nullable Integer id, @Nullable String format) {
        if (id != null) {
            int known = id;
            if ((known >= 14 && known <= 22)
                    || (known >= 27 && known <= 36)
                    || (known >= 45 && known <= 47)
                    || (known >= 50 && known <= 58)) {
                return true;
            }
            if (known <= 49 && known != 0 && format == null) {
                return false;
            }
        }
        return format != null && dayFormats.computeIfAbsent(format, SheetCells::saysDay);
    }

    /** Returns whether a format has letters for parts of a time, outside quotes and brackets. */
    private static boolean saysDay(String format) {
        boolean quoted = false;
        boolean bracket = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                bracket = true;
            } else if (c == ']') {
                bracket = false;
            } else if (!quoted && !bracket && "ymdhsYMDHS".indexOf(c) >= 0) {
                return true;
            } else if (c == ';') {
                return false;
            }
        }
        return false;
    }
}
