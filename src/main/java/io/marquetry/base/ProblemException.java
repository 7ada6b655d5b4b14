package io.marquetry.base;

/** Carries a {@link Problem} from where it was found to the one place that tells the user. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** For a failure that its caller answers in another way than by telling it. */
    protected ProblemException(Problem problem) {
        super(problem.key());
        this.problem = problem;
    }

    ProblemException(Problem problem, Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
    }

    /** Returns what went wrong, ready to be put into words. */
    public Problem problem() {
        return problem;
    }
}
