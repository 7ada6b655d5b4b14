package io.marquetry.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.life.PackageState;
import io.marquetry.pack.AssetPackage;

import java.util.List;
import java.util.Optional;

/**
 * An entry of the library with all that is known of it today.
 *
 * @param pack the package as the version says
 * @param runs the times it went out, those known first before the others
 * @param verdict what the evidence of today says
 * @param fades why it works no longer; empty where it does
 * @param descendants what was made from it, in the order of making
 */
public record LibraryCard(
        LibraryEntry entry,
        AssetPackage pack,
        List<Run> runs,
        Verdict verdict,
        LibraryStanding standing,
        Optional<Problem> fades,
        List<Descendant> descendants) {

    /** Copies the lists. */
    public LibraryCard {
        runs = List.copyOf(runs);
        descendants = List.copyOf(descendants);
    }

    /** Returns how many packages made from it are known to work. */
    public long held() {
        return descendants.stream().filter(Descendant::held).count();
    }

    /**
     * A package that was made from an entry.
     *
     * @param name as it stands; empty where it is gone
     * @param effect of all its runs together; empty where it had none
     * @param held whether its effect lies above nothing beyond chance
     */
    public record Descendant(
            TemplateUse use,
            Optional<LocalizedText> name,
            PackageState state,
            Optional<Effect> effect,
            boolean held) {}
}
