package io.marquetry.ui.tags.rule;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.screen.Follows;

import java.util.Optional;

/**
 * What every part of the rule editor needs.
 *
 * @param context what rules can speak of
 * @param self the tag whose rule it is, once it exists: a rule cannot rest on its own tag
 * @param values what values attributes have, to choose from
 * @param files asks for the file of a list
 * @param edited runs after each change
 * @param follows what the parts listen to
 */
public record EditorNeeds(
        Texts texts,
        RuleContext context,
        Optional<TagKey> self,
        ValueSuggestions values,
        FileDialogs files,
        Runnable edited,
        Follows follows) {}
