package io.marquetry.handoff;

import io.marquetry.json.Json;
import io.marquetry.json.JsonView;

/** Tells our documents from others, and from those of a newer product. */
final class DocumentFormat {

    private DocumentFormat() {}

    /**
     * Returns the version, if the document names the format in one that is known.
     *
     * @param newest the newest version that is known; all from 1 on are
     * @throws io.marquetry.base.ProblemException if it is another format or version
     */
    static int require(JsonView view, String format, int newest) {
        JsonView name = view.get("format");
        if (!name.text().equals(format)) {
            throw name.refuse("problem.json.format", JsonView.shown(name.text()), format);
        }
        JsonView number = view.get("formatVersion");
        long found = number.whole(0, Json.Whole.MAX);
        if (found > newest) {
            throw number.refuse("problem.json.formatNewer", found, newest);
        }
        if (found < 1) {
            throw number.refuse("problem.json.formatUnknown", found, newest);
        }
        return (int) found;
    }
}
