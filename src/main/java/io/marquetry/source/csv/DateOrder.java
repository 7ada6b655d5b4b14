package io.marquetry.source.csv;

import java.util.List;

/** In which order a file writes the parts of its dates. */
public enum DateOrder {
    /** 2017-01-31, 2017/1/31, 2017年1月31日. */
    YEAR_FIRST("2017-01-31", "2017-01-31, 2017/1/31, 2017年1月31日"),
    /** 31/01/2017, 31.1.2017, 31-1-2017. */
    DAY_FIRST("31/01/2017", "31/01/2017, 31.1.2017, 31-1-2017"),
    /** 01/31/2017, 1.31.2017, 1-31-2017. */
    MONTH_FIRST("01/31/2017", "01/31/2017, 1.31.2017, 1-31-2017"),
    /** 20170131; never guessed, for it is a whole number as well. */
    COMPACT("20170131", "20170131");

    private final String example;
    private final String forms;

    DateOrder(String example, String forms) {
        this.example = example;
        this.forms = forms;
    }

    /** Returns the last of January 2017 as it is written most. */
    public String example() {
        return example;
    }

    /** Returns the accepted ways to write the last of January 2017. */
    public String forms() {
        return forms;
    }

    /** Returns the accepted ways as patterns of the C library. */
    public List<String> patterns() {
        return switch (this) {
            case YEAR_FIRST -> List.of("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日");
            case DAY_FIRST -> List.of("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y");
            case MONTH_FIRST -> List.of("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y");
            case COMPACT -> List.of("%Y%m%d");
        };
    }
}
