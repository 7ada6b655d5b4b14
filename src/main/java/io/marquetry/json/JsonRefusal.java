package io.marquetry.json;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

/** A document was refused at a place: whoever shows it as a form tells it beside the field. */
public final class JsonRefusal extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * Refuses.
     *
     * @param pointer the JSON pointer, behind a number sign, of the value that is wrong, or missing
     * @param problem tells it; may name the pointer
     */
    public JsonRefusal(String pointer, Problem problem) {
        super(problem);
        this.pointer = pointer;
    }

    /** Returns where it is. */
    public String pointer() {
        return pointer;
    }

    /** Returns the problem with the place called as a form calls it. */
    public Problem at(String name) {
        return problem().quoting(text -> text.equals(pointer) ? name : text);
    }
}
