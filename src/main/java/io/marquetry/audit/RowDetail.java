package io.marquetry.audit;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.Optional;

/**
 * What an entry tells of a row that was saved.
 *
 * @param before the seal that it had; empty for a row that is new
 * @param now the seal that it got; empty for a row that was removed
 */
public record RowDetail(Optional<String> before, Optional<String> now) {

    private static final String BEFORE = "before";
    private static final String NOW = "now";
    private static final String ADDED = "{\"now\":\"";
    private static final int SEAL = 64;

    /** Returns the detail as canonical JSON. */
    public String write() {
        JsonMembers members = new JsonMembers();
        before.ifPresent(seal -> members.put(BEFORE, seal));
        now.ifPresent(seal -> members.put(NOW, seal));
        return CanonicalJson.write(members.done());
    }

    /** Reads a detail. */
    static RowDetail read(String detail) {
        // Most entries are of this form, and there may be millions of them.
        if (detail.length() == ADDED.length() + SEAL + 2 && detail.startsWith(ADDED)) {
            String seal = detail.substring(ADDED.length(), ADDED.length() + SEAL);
            return new RowDetail(Optional.empty(), Optional.of(seal));
        }
        JsonView view = JsonView.of(StrictJson.read(detail));
        return new RowDetail(
                view.find(BEFORE).map(JsonView::text), view.find(NOW).map(JsonView::text));
    }
}
