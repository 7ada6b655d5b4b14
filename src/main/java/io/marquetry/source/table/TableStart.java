package io.marquetry.source.table;

import io.marquetry.source.cell.CellParser;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.cell.Dates;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.cell.Numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the table begins among the first rows of a file, and whether its first row names the
 * columns: told column by column, by whether it is like what stands below.
 *
 * @param row the row it begins with, from 0
 * @param header whether that row names the columns
 */
public record TableStart(int row, boolean header) {

    private static final int MAX_ABOVE = 40;
    private static final double FEWEST_NAMES = 0.6;

    private static final Set<String> NAMES =
            Set.of(
                    "id",
                    "no",
                    "nr",
                    "nr.",
                    "no.",
                    "key",
                    "name",
                    "email",
                    "e-mail",
                    "mail",
                    "city",
                    "country",
                    "date",
                    "day",
                    "month",
                    "year",
                    "phone",
                    "customer",
                    "customer_id",
                    "customer id",
                    "first name",
                    "last name",
                    "firstname",
                    "lastname",
                    "age",
                    "gender",
                    "sex",
                    "zip",
                    "amount",
                    "price",
                    "total",
                    "status",
                    "type",
                    "kunde",
                    "ort",
                    "stadt",
                    "vorname",
                    "nachname",
                    "datum",
                    "betrag",
                    "land",
                    "plz",
                    "nom",
                    "prénom",
                    "ville",
                    "编号",
                    "姓名",
                    "城市",
                    "性别",
                    "年龄",
                    "日期",
                    "电话",
                    "手机",
                    "邮箱",
                    "金额",
                    "客户",
                    "会员",
                    "名前",
                    "住所",
                    "имя",
                    "город",
                    "이름");

    /** Returns where the table begins; the rows are the first ones, each with its cells. */
    public static TableStart of(List<List<String>> rows) {
        int width = width(rows);
        int first = 0;
        while (first < Math.min(rows.size() - 1, MAX_ABOVE) && isAbove(rows.get(first), width)) {
            first++;
        }
        if (first > 0) {
            boolean found =
                    !isAbove(rows.get(first), width) && hasHeader(rows.subList(first, rows.size()));
            if (found) {
                return new TableStart(first, true);
            }
        }
        return new TableStart(0, hasHeader(rows));
    }

    /** Returns how many cells most rows have; the larger number of two that are as frequent. */
    public static int width(List<List<String>> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
        int best = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            boolean more = width.getValue() > most;
            if (more || (width.getValue() == most && width.getKey() > best)) {
                best = width.getKey();
                most = width.getValue();
            }
        }
        return best;
    }

    /** A title has fewer cells than the table has columns. */
    private static boolean isAbove(List<String> row, int width) {
        return width >= 2 && FooterWords.filled(row) < Math.max(2, FEWEST_NAMES * width);
    }

    private static boolean hasHeader(List<List<String>> rows) {
        List<String> first = rows.getFirst();
        List<List<String>> others = rows.subList(1, rows.size());
        if (first.stream().allMatch(String::isEmpty)) {
            return false;
        }
        int names = isSeries(first) ? 2 : 0;
        int values = 0;
        boolean valueLike = false;
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i);
            if (name.isEmpty()) {
                continue;
            }
            int vote = vote(name, below(others, i));
            names += Math.max(vote, 0);
            values += Math.max(-vote, 0);
            valueLike |= typeOf(name).isPresent();
        }
        if (names == values) {
            // Nothing below tells: names are no values, and all of them differ.
            return !valueLike && new HashSet<>(first).size() >= filled(first);
        }
        return names > values;
    }

    private static int filled(List<String> first) {
        // One empty name may be there twice.
        return FooterWords.filled(first);
    }

    private static List<String> below(List<List<String>> others, int column) {
        List<String> below = new ArrayList<>();
        for (List<String> row : others) {
            if (row.size() > column && !row.get(column).isEmpty()) {
                below.add(row.get(column));
            }
        }
        return below;
    }

    /** Returns more than 0 where the cell differs from the others as a name does. */
    private static int vote(String name, List<String> below) {
        int known = NAMES.contains(name.toLowerCase(Locale.ROOT)) ? 2 : 0;
        if (below.isEmpty()) {
            return known;
        }
        boolean again = below.contains(name);
        Optional<String> type = common(below);
        if (type.isEmpty()) {
            // A value that comes again further down is no name, unless it is the whole row again.
            return again && known == 0 ? -1 : known;
        }
        boolean alike = typeOf(name).equals(type);
        if (alike) {
            return known > 0 ? known : -1;
        }
        return 2 + known;
    }

    /** Returns what most cells are; empty: texts of no pattern. */
    private static Optional<String> common(List<String> cells) {
        Map<String, Integer> types = new HashMap<>();
        for (String cell : cells) {
            typeOf(cell).ifPresent(type -> types.merge(type, 1, Integer::sum));
        }
        return types.entrySet().stream()
                .filter(type -> type.getValue() * 10 >= cells.size() * 8)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns whether a cell is more than words. */
    public static boolean isTyped(String cell) {
        return typeOf(cell).isPresent();
    }

    private static Optional<String> typeOf(String cell) {
        if (CellParser.truth(cell) != null) {
            return Optional.of("truth");
        }
        for (DecimalMark mark : DecimalMark.values()) {
            if (Numbers.mayBegin(cell) && Numbers.read(cell, mark) != null) {
                return Optional.of("number");
            }
        }
        for (DateOrder order :
                List.of(
                        DateOrder.YEAR_FIRST,
                        DateOrder.DAY_FIRST,
                        DateOrder.MONTH_FIRST,
                        DateOrder.MONTH_NAME)) {
            if (Dates.read(cell, DateForm.of(order)) != null) {
                return Optional.of("day");
            }
        }
        if (cell.indexOf('@') > 0) {
            return Optional.of("mail");
        }
        return code(cell);
    }

    /** Letters, then digits: C00017. */
    private static Optional<String> code(String cell) {
        int letters = 0;
        while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
            letters++;
        }
        int digits = letters;
        while (digits < cell.length() && Character.isDigit(cell.charAt(digits))) {
            digits++;
        }
        boolean code = letters > 0 && digits == cell.length() && digits > letters;
        return code ? Optional.of("code " + cell.substring(0, letters)) : Optional.empty();
    }

    /** Years, months or days that follow each other are names of columns. */
    private static boolean isSeries(List<String> first) {
        int steps = 0;
        for (int i = 1; i < first.size(); i++) {
            Long one = CellParser.integer(first.get(i - 1));
            Long next = CellParser.integer(first.get(i));
            if (one != null && next != null && one >= 1900 && one <= 2100) {
                steps += next == one + 1 ? 1 : 0;
            }
        }
        return steps > 0 && steps >= first.size() - 2;
    }
}
