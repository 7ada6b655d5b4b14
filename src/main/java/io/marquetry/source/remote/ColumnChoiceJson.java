package io.marquetry.source.remote;

import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.ColumnPurpose;

import java.util.List;
import java.util.Optional;

/** What was decided of columns as JSON, in the workspace and in what is handed over. */
public final class ColumnChoiceJson {

    private ColumnChoiceJson() {}

    /** Puts what was decided among the members of a table; nothing where nothing was. */
    public static JsonMembers put(JsonMembers table, List<ColumnChoice> decided) {
        return decided.isEmpty() ? table : table.put("columns", decided, ColumnChoiceJson::write);
    }

    /** Puts among the members of a table that it holds outcomes; nothing where it does not. */
    public static JsonMembers putOutcomes(JsonMembers table, boolean outcomes) {
        return outcomes ? table.put("outcomes", new Json.Truth(true)) : table;
    }

    private static Json write(ColumnChoice choice) {
        JsonMembers members =
                new JsonMembers()
                        .put("column", choice.column())
                        .put("used", new Json.Truth(choice.used()));
        if (choice.asText()) {
            members.put("asText", new Json.Truth(true));
        }
        if (choice.purpose() != ColumnPurpose.PLAIN) {
            members.put("purpose", choice.purpose().name());
        }
        return members.done();
    }

    /**
     * Reads what was decided of the columns of a table.
     *
     * @throws io.marquetry.base.ProblemException with the place of what is wrong
     */
    public static List<ColumnChoice> read(JsonView table) {
        return table.find("columns")
                .map(columns -> columns.items(ColumnChoiceJson::choice))
                .orElse(List.of());
    }

    /** Reads whether a table holds outcomes. */
    public static boolean outcomes(JsonView table) {
        return table.find("outcomes").map(JsonView::truth).orElse(false);
    }

    private static ColumnChoice choice(JsonView view) {
        view.only("column", "used", "asText", "purpose");
        Optional<JsonView> purpose = view.find("purpose");
        return new ColumnChoice(
                view.get("column").text(),
                view.get("used").truth(),
                view.find("asText").map(JsonView::truth).orElse(false),
                purpose.map(one -> one.word(ColumnPurpose.class)).orElse(ColumnPurpose.PLAIN));
    }
}
