package io.marquetry.handoff;

import io.marquetry.json.Json;
import io.marquetry.json.JsonView;

/** Tells our documents from others, and from those of a newer product. */
final class DocumentFormat {

    private DocumentFormat() {}

    /**
     * Returns the view, if the document names the format in a version that is known.
     *
     * @throws io.marquetry.base.ProblemException if it is another format or version
     */
    static JsonView require(JsonView view, String format, int version) {
        JsonView name = view.get("format");
        if (!name.text().equals(format)) {
            throw name.refuse("problem.json.format", JsonView.shown(name.text()), format);
        }
        JsonView number = view.get("formatVersion");
        long found = number.whole(0, Json.Whole.MAX);
        if (found > version) {
            throw number.refuse("problem.json.formatNewer", found, version);
        }
        if (found < version) {
            throw number.refuse("problem.json.formatUnknown", found, version);
        }
        return view;
    }
}
