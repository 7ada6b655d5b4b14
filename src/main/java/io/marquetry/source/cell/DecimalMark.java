package io.marquetry.source.cell;

/** What stands before the decimals of a column's numbers. */
public enum DecimalMark {
    /** 1234.5, 1,234.50, 1 234.50, 1'234.50. */
    POINT('.', ',', "1,234.50"),
    /** 1234,5, 1.234,50, 1 234,50, 1'234,50. */
    COMMA(',', '.', "1.234,50");

    private final char mark;
    private final char group;
    private final String example;

    DecimalMark(char mark, char group, String example) {
        this.mark = mark;
        this.group = group;
        this.example = example;
    }

    char mark() {
        return mark;
    }

    char group() {
        return group;
    }

    /** Returns how one thousand two hundred and thirty-four and a half is written. */
    public String example() {
        return example;
    }
}
