package io.marquetry.effect.advice;

import java.util.List;
import java.util.OptionalLong;

/** What to do with a package next. */
public sealed interface Advice {

    /** The figures that the advice rests on. */
    List<Basis> basis();

    /** The package works: take it into the library as a template. */
    record Promote(List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Promote {
            basis = List.copyOf(basis);
        }
    }

    /** One part of the package holds the rest back. */
    record Rework(Part part, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Rework {
            basis = List.copyOf(basis);
        }
    }

    /** The effect wears off fast: stop sending the package until somebody knows why. */
    record Pause(List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Pause {
            basis = List.copyOf(basis);
        }
    }

    /**
     * The package does harm, or nothing worth having though enough people would have shown a gain.
     */
    record Retire(List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public Retire {
            basis = List.copyOf(basis);
        }
    }

    /**
     * The package may work: more people will tell.
     *
     * @param needed people in each of two arms of the same size to show the difference that was
     *     seen; empty where none was seen
     */
    record TestFurther(OptionalLong needed, List<Basis> basis) implements Advice {

        /** Copies the basis. */
        public TestFurther {
            basis = List.copyOf(basis);
        }
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
        /** Neither hits nor conversions nor money were recorded. */
        NOTHING_RECORDED
    }
}
