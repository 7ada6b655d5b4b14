package io.marquetry.source.cell;

/** How a file writes its days. */
public enum DateOrder {
    /** 2017-01-31, 2017/1/31, 2017年1月31日. */
    YEAR_FIRST("2017-01-31", "2017-01-31, 2017/1/31, 2017年1月31日"),
    /** 31/01/2017, 31.1.2017, 31-1-2017. */
    DAY_FIRST("31/01/2017", "31/01/2017, 31.1.2017, 31-1-2017"),
    /** 01/31/2017, 1.31.2017, 1-31-2017. */
    MONTH_FIRST("01/31/2017", "01/31/2017, 1.31.2017, 1-31-2017"),
    /** 31 Jan 2017, 31-Jan-2017, January 31, 2017. */
    MONTH_NAME("31 Jan 2017", "31 Jan 2017, 31-Jan-2017, January 31, 2017"),
    /** 20170131; never guessed, for it is a whole number as well. */
    COMPACT("20170131", "20170131"),
    /** 31/01/17; never guessed, for nobody can tell the century. */
    DAY_FIRST_SHORT("31/01/17", "31/01/17, 31.1.17, 31-Jan-17"),
    /** 01/31/17; never guessed. */
    MONTH_FIRST_SHORT("01/31/17", "01/31/17, 1.31.17"),
    /** 17-01-31; never guessed. */
    YEAR_FIRST_SHORT("17-01-31", "17-01-31, 17/1/31"),
    /** 42766, the days that spreadsheets count; never guessed. */
    EXCEL_DAYS("42766", "42766, 42766.5"),
    /** Days since a day that people say; never guessed. */
    DAYS_SINCE("30", "30, 30.5"),
    /** Hours since a day that people say; never guessed. */
    HOURS_SINCE("720", "720, 720.5");

    private final String example;
    private final String forms;

    DateOrder(String example, String forms) {
        this.example = example;
        this.forms = forms;
    }

    /** Returns the last of January 2017 as it is written most; of a count, one of its numbers. */
    public String example() {
        return example;
    }

    /** Returns the accepted ways to write the last of January 2017. */
    public String forms() {
        return forms;
    }

    /** Returns whether values are counts from a day. */
    public boolean isCount() {
        return this == EXCEL_DAYS || this == DAYS_SINCE || this == HOURS_SINCE;
    }

    /** Returns whether years have two digits. */
    public boolean isShort() {
        return this == DAY_FIRST_SHORT || this == MONTH_FIRST_SHORT || this == YEAR_FIRST_SHORT;
    }

    /** Returns whether people have to say the day that is counted from. */
    public boolean needsStart() {
        return this == DAYS_SINCE || this == HOURS_SINCE;
    }
}
