package io.marquetry.effect.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What to do with a package next. */
public sealed interface Advice {

    /** What it rests on, the figure that decided first. */
    List<Basis> basis();

    /** Returns this advice with more to be known. */
    default Advice with(Basis more) {
        List<Basis> all = new ArrayList<>(basis());
        all.add(more);
        return switch (this) {
            case Promote _ -> new Promote(all);
            case Rework rework -> new Rework(rework.part(), rework.cause(), all);
            case Pause _ -> new Pause(all);
            case Retire retire -> new Retire(retire.proof(), all);
            case TestFurther test -> new TestFurther(test.doubt(), test.more(), all);
            case NotEnoughEvidence none -> new NotEnoughEvidence(none.why(), all);
        };
    }

    /** It works: take it into the library as a template. */
    record Promote(List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Promote {
            basis = List.copyOf(basis);
        }
    }

    /** One part of it holds the rest back. */
    record Rework(Part part, Cause cause, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Rework {
            basis = List.copyOf(basis);
        }
    }

    /** Why a part is to be reworked. */
    enum Cause {
        /** Too few of the targeted are reached. */
        REACH,
        /** It works, but what it adds to the control wears off. */
        WEAR,
        /** More convert, but it costs more than it brings. */
        COST,
        /** A rate is far below that of the other packages. */
        PEERS
    }

    /** It works, but what it adds to the control wears off fast: find out why before sending on. */
    record Pause(List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Pause {
            basis = List.copyOf(basis);
        }
    }

    /** It is proven to do harm, or nothing worth having. */
    record Retire(Proof proof, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Retire {
            basis = List.copyOf(basis);
        }
    }

    /** What is proven. */
    enum Proof {
        /** The whole interval is below 0. */
        HARM,
        /** The whole interval is below the smallest effect worth having. */
        TOO_SMALL
    }

    /**
     * It may work: more people will tell.
     *
     * @param more people, all arms together, who would tell with 80 % power, if the effect is what
     *     was seen; empty where no number would, or none can be stated
     */
    record TestFurther(Doubt doubt, OptionalLong more, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public TestFurther {
            basis = List.copyOf(basis);
        }
    }

    /** Why nothing is proven. */
    enum Doubt {
        /** The interval allows that it works and that it does not. */
        OPEN,
        /** All of the interval is below what is worth having, but too closely to retire it. */
        CLOSE,
        /** Not all planned people are there, and at any look nothing more may be said yet. */
        EARLY,
        /** So few people pay that the interval of money is too short to trust. */
        SPARSE,
        /** What stands in for money is below what is worth having; money itself is not known. */
        MONEY
    }

    /** Nothing can be advised. */
    record NotEnoughEvidence(Reason why, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public NotEnoughEvidence {
            basis = List.copyOf(basis);
        }
    }

    /** Why there is not enough evidence. */
    enum Reason {
        /** Too few were treated. */
        TOO_FEW,
        /** Nobody was held out by chance: responses do not tell what was caused. */
        NO_CONTROL,
        /** Chance cannot have made the arms, so what they differ in is no effect. */
        SPLIT_FAILED,
        /** The costs add up to less than nothing, so profit and return cannot be judged. */
        NEGATIVE_COST,
        /** Neither hits nor conversions nor money were recorded, or they contradict each other. */
        NOTHING_RECORDED
    }
}
