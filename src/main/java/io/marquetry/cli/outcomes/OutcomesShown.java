package io.marquetry.cli.outcomes;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What scripts are told of outcomes. */
final class OutcomesShown {

    private OutcomesShown() {}

    /** Returns what scripts are told of a set. */
    static Map<String, Object> json(OutcomeSet set) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", set.name().value());
        tree.put("title", set.title());
        switch (set.origin()) {
            case OutcomeOrigin.InPlace place -> tree.put("source", place.source().value());
            case OutcomeOrigin.Imported imported -> {
                tree.put("rows", imported.table().profiles());
                tree.put("fileSha256", imported.fileSha256());
            }
        }
        if (set.design() instanceof Design.Randomised randomised) {
            tree.put("control", randomised.controlArm());
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        set.mapping()
                .columns()
                .forEach(
                        (role, use) ->
                                columns.put(
                                        role.name().toLowerCase(Locale.ROOT),
                                        use.equal()
                                                .map(value -> use.column() + "==" + value)
                                                .orElse(use.column())));
        tree.put("columns", columns);
        tree.put("addedAt", set.addedAt().toString());
        return tree;
    }
}
