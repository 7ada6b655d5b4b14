package io.marquetry.requirement.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and periods in a text, each as one word: “three months”, “三个月”, “a quarter” and “90d” are
 * the same one.
 */
final class Measures {

    private static final int HALF = -1;

    private static final Map<String, Integer> ENGLISH =
            Map.ofEntries(
                    Map.entry("a", 1),
                    Map.entry("an", 1),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("fifteen", 15),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("ninety", 90),
                    Map.entry("hundred", 100),
                    Map.entry("half", HALF));

    private static final Map<Character, Integer> HAN =
            Map.ofEntries(
                    Map.entry('〇', 0),
                    Map.entry('零', 0),
                    Map.entry('一', 1),
                    Map.entry('二', 2),
                    Map.entry('两', 2),
                    Map.entry('三', 3),
                    Map.entry('四', 4),
                    Map.entry('五', 5),
                    Map.entry('六', 6),
                    Map.entry('七', 7),
                    Map.entry('八', 8),
                    Map.entry('九', 9));

    private static final String HAN_NUMBER = "[〇零一二两三四五六七八九十百千万]+";
    private static final String NUMBER = "(?:[0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final String WORD = "(?:" + String.join("|", ENGLISH.keySet()) + ")";

    private static final Pattern ENGLISH_PERIOD =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:("
                            + NUMBER
                            + "|"
                            + WORD
                            + ")[ -]*(?:an? |of )?|(?:last|past|this|previous) |)"
                            + "(day|week|month|quarter|year)s?(?![\\p{L}])");

    private static final Pattern SHORT_PERIOD =
            Pattern.compile("(?<=^|[^\\p{N}])([0-9]{1,4})(d)(?![\\p{L}\\p{N}])");

    private static final Pattern HAN_PERIOD =
            Pattern.compile(
                    "(半|" + HAN_NUMBER + "|" + NUMBER + "|)\\s*个?\\s*(天|日|周|星期|礼拜|月|季度|季|年)(半?)");

    private static final Pattern HAN_SHARE = Pattern.compile("([一二两三四五六七八九])成");

    private static final Pattern PLAIN =
            Pattern.compile("(?<![\\p{N}.])(" + NUMBER + ")\\s*(k|万|千|)");

    private static final Pattern HAN_PLAIN =
            Pattern.compile("(?<!\\p{IsHan}第)(" + HAN_NUMBER + ")(?=[^\\p{L}]|$|[个张次件条块元岁笔份人%以])");

    private static final Pattern ENGLISH_PLAIN =
            Pattern.compile("(?<![\\p{L}\\p{N}])(" + WORD + ")(?![\\p{L}\\p{N}])");

    private Measures() {}

    /** Returns the numbers and periods of a text that is written small. */
    static List<String> in(String small) {
        List<String> found = new ArrayList<>();
        String left = small.toLowerCase(Locale.ROOT);
        left = periods(ENGLISH_PERIOD, left, found, false);
        left = periods(SHORT_PERIOD, left, found, false);
        left = periods(HAN_PERIOD, left, found, true);
        left = plain(HAN_SHARE, left, found);
        left = plain(PLAIN, left, found);
        left = plain(HAN_PLAIN, left, found);
        plain(ENGLISH_PLAIN, left, found);
        return found;
    }

    private static String periods(Pattern pattern, String text, List<String> found, boolean han) {
        Matcher periods = pattern.matcher(text);
        StringBuilder left = new StringBuilder();
        while (periods.find()) {
            String amount = periods.group(1) == null ? "" : periods.group(1);
            double count = amount.isEmpty() ? 1 : number(amount);
            boolean half = count == HALF || (han && periods.group(3).equals("半"));
            int unit = days(periods.group(2));
            long days = Math.round(Math.max(0, count) * unit) + (half ? halfOf(unit) : 0);
            if (days > 0) {
                found.add("p" + days + "d");
            }
            periods.appendReplacement(left, " ");
        }
        periods.appendTail(left);
        return left.toString();
    }

    private static String plain(Pattern pattern, String text, List<String> found) {
        Matcher numbers = pattern.matcher(text);
        StringBuilder left = new StringBuilder();
        while (numbers.find()) {
            double number = number(numbers.group(1));
            if (pattern == HAN_SHARE) {
                number *= 10;
            }
            if (pattern == PLAIN) {
                number *=
                        switch (numbers.group(2)) {
                            case "k", "千" -> 1_000;
                            case "万" -> 10_000;
                            default -> 1;
                        };
            }
            if (number >= 2) {
                found.add(
                        "n"
                                + (number == Math.rint(number)
                                        ? Long.toString((long) number)
                                        : number));
            }
            numbers.appendReplacement(left, " ");
        }
        numbers.appendTail(left);
        return left.toString();
    }

    /** People count half a year as 180 days. */
    private static int halfOf(int days) {
        return days == 365 ? 180 : days / 2;
    }

    private static int days(String unit) {
        return switch (unit) {
            case "day", "d", "天", "日" -> 1;
            case "week", "周", "星期", "礼拜" -> 7;
            case "month", "月" -> 30;
            case "quarter", "季度", "季" -> 90;
            default -> 365;
        };
    }

    private static double number(String text) {
        Integer word = ENGLISH.get(text);
        if (word != null) {
            return word;
        }
        if (text.equals("半")) {
            return HALF;
        }
        if (text.chars().allMatch(c -> c < 128)) {
            return Double.parseDouble(text.replace(",", ""));
        }
        return han(text);
    }

    private static double han(String text) {
        long all = 0;
        long part = 0;
        long digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Integer value = HAN.get(c);
            if (value != null) {
                digit = value;
                continue;
            }
            long unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : 10_000;
            if (unit == 10_000) {
                all = (all + part + digit) * unit;
                part = 0;
            } else {
                part += Math.max(1, digit) * unit;
            }
            digit = 0;
        }
        return all + part + digit;
    }
}
