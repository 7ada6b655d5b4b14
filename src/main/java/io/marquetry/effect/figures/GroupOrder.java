package io.marquetry.effect.figures;

import io.marquetry.effect.sums.GroupValue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The order in which groups are shown: by number where they are numbers, the missing last. */
final class GroupOrder {

    private GroupOrder() {}

    static int compare(List<GroupValue> one, List<GroupValue> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compare(GroupValue one, GroupValue other) {
        boolean missing = one instanceof GroupValue.Missing;
        if (missing || other instanceof GroupValue.Missing) {
            return Boolean.compare(missing, other instanceof GroupValue.Missing);
        }
        String text = text(one);
        String there = text(other);
        Optional<BigDecimal> number = number(text);
        Optional<BigDecimal> numberThere = number(there);
        if (number.isPresent() && numberThere.isPresent()) {
            return number.get().compareTo(numberThere.get());
        }
        if (number.isPresent() != numberThere.isPresent()) {
            return number.isPresent() ? -1 : 1;
        }
        return text.compareTo(there);
    }

    private static String text(GroupValue value) {
        return switch (value) {
            case GroupValue.Is is -> is.text();
            case GroupValue.Named named -> named.key();
            case GroupValue.Between between -> between.from();
            case GroupValue.Missing _ -> "";
            case GroupValue.Carried carried -> carried.yes() ? "0" : "1";
            case GroupValue.Begins begins -> begins.day().toString();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
