package io.marquetry.check;

import io.marquetry.base.Problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is looked at before a package is approved, the gravest first. */
public enum CheckKind {
    /** It can be finished: tags, rules and groups are whole. */
    READY(CheckWeight.FORBIDS),
    /** Somebody is addressed. */
    NOBODY(CheckWeight.FORBIDS),
    /** Something is sent. */
    CONTENT(CheckWeight.ASKS),
    /** Coupons last, and there are enough of them. */
    COUPONS(CheckWeight.ASKS),
    /** Texts can be filled in and are whole in each language. */
    TEXTS(CheckWeight.TELLS),
    /** Tags are in use, and neither put down nor past their last day. */
    TAGS(CheckWeight.ASKS),
    /** Assets are in use, and neither put down nor past their last day. */
    ASSETS(CheckWeight.ASKS),
    /** Few people get something of another live package, too. */
    OVERLAP(CheckWeight.TELLS),
    /** No rule says the contrary of another. */
    RULES(CheckWeight.ASKS),
    /** Enough people are held out to see an effect worth having. */
    HOLDOUT(CheckWeight.TELLS),
    /** As many people are addressed as by the version before. */
    JUMP(CheckWeight.TELLS),
    /** It costs no more than was set. */
    BUDGET(CheckWeight.ASKS),
    /** Somebody answers for each asset. */
    OWNERS(CheckWeight.TELLS),
    /** Something is given. */
    BENEFIT(CheckWeight.TELLS),
    /** Not simply everybody is addressed. */
    EVERYBODY(CheckWeight.TELLS);

    private final CheckWeight standard;

    CheckKind(CheckWeight standard) {
        this.standard = standard;
    }

    /** Returns how much it weighs in a new workspace. */
    public CheckWeight standard() {
        return standard;
    }

    /** Returns its name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what people call it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.check." + this);
    }

    /** Returns the sentence that tells that nothing was found. */
    public Problem settled() {
        return Problem.of("problem.check.settled." + this);
    }

    /** Returns the check of a name, letter case apart. */
    public static Optional<CheckKind> of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
