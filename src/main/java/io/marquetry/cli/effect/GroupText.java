package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.effect.figures.GroupValue;

import java.util.List;
import java.util.stream.Collectors;

/** Names groups in the user's language. */
final class GroupText {

    private final Texts texts;

    GroupText(Texts texts) {
        this.texts = texts;
    }

    String label(List<GroupValue> values) {
        return values.stream().map(this::label).collect(Collectors.joining(" · "));
    }

    private String label(GroupValue value) {
        return switch (value) {
            case GroupValue.Is is -> is.text();
            case GroupValue.Between between ->
                    texts.get("effect.value.between", between.from(), between.below());
            case GroupValue.Missing _ -> texts.get("effect.value.missing");
            case GroupValue.Carried carried ->
                    texts.get(carried.yes() ? "effect.value.carried" : "effect.value.notCarried");
            case GroupValue.Begins begins -> begins.day().toString();
        };
    }
}
