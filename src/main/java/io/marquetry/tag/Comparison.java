package io.marquetry.tag;

/** How a value is compared; a missing value satisfies none of them. */
public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("≠"),
    LESS("<"),
    AT_MOST("≤"),
    GREATER(">"),
    AT_LEAST("≥");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** Returns the mathematical sign. */
    public String sign() {
        return sign;
    }

    /** Returns whether the comparison holds for the outcome of {@code compareTo}. */
    public boolean holds(int compared) {
        return switch (this) {
            case EQUAL -> compared == 0;
            case NOT_EQUAL -> compared != 0;
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case GREATER -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }
}
