package io.marquetry.source.csv;

import io.marquetry.source.AttributeType;

import java.util.List;

/** Tells whether a file's first row names its columns. */
final class HeaderDetection {

    private HeaderDetection() {}

    /** Returns whether the first row differs from the others as names differ from values. */
    static boolean hasHeader(List<List<String>> rows) {
        List<String> first = rows.getFirst();
        if (first.stream().anyMatch(HeaderDetection::isValue)) {
            return false;
        }
        List<List<String>> others = rows.subList(1, rows.size());
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            String name = first.get(i);
            // A value that comes again further down is no name.
            if (!name.isEmpty()
                    && others.stream()
                            .anyMatch(r -> r.size() > column && r.get(column).equals(name))) {
                return false;
            }
        }
        return first.stream().anyMatch(name -> !name.isBlank());
    }

    private static boolean isValue(String cell) {
        TypeInference one = new TypeInference();
        if (cell.isBlank()) {
            return false;
        }
        one.add(cell);
        return one.type() != AttributeType.TEXT;
    }
}
