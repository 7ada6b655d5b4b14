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
    private static final int MOST_DAY_DIGITS = 7;

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
        boolean day = isDay(cell.getDataFormatId(), cell.getDataFormatString());
        if (isPlain(raw)) {
            if (!day) {
                return raw;
            }
            if (raw.length() <= MOST_DAY_DIGITS && isWholeDay(raw)) {
                return day(Integer.parseInt(raw)).toString();
            }
        }
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException noNumber) {
            return raw;
        }
        if (day) {
            String said = day(number);
            if (said != null) {
                return said;
            }
        }
        BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
        return shown.scale() < -40 ? raw : shown.toPlainString();
    }

    /** Returns whether the number is written already as it is shown, as most are. */
    private static boolean isPlain(String raw) {
        int begin = raw.startsWith("-") ? 1 : 0;
        int length = raw.length();
        if (length == begin || length - begin > DIGITS.getPrecision()) {
            return false;
        }
        int point = -1;
        for (int i = begin; i < length; i++) {
            char c = raw.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        boolean zeroFirst = raw.charAt(begin) == '0';
        return point < 0
                ? !zeroFirst || length == 1
                : point > begin
                        && point < length - 1
                        && raw.charAt(length - 1) != '0'
                        && (!zeroFirst || point == begin + 1);
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
        LocalDate day = day(whole.longValue());
        return millis == 0
                ? day.toString()
                : day.atStartOfDay().plus(millis, ChronoUnit.MILLIS).toString();
    }

    private static boolean isWholeDay(String raw) {
        return raw.charAt(0) != '-'
                && raw.charAt(0) != '0'
                && raw.indexOf('.') < 0
                && Integer.parseInt(raw) <= MAX_DAYS;
    }

    /** The year 1900 has a 29 February there. */
    private LocalDate day(long days) {
        boolean before = epoch.equals(EPOCH_1900) && days < FIRST_RIGHT_DAY;
        return epoch.plusDays(before ? days + 1 : days);
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
