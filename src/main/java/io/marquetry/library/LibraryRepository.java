package io.marquetry.library;

import io.marquetry.base.Revision;
import io.marquetry.life.LifeRules;
import io.marquetry.life.Standing;
import io.marquetry.pack.PackageDraft;
import io.marquetry.tag.Tag;

import java.util.List;
import java.util.function.Function;

/** The library of a workspace; blocks, so never call it on the FX thread. */
public interface LibraryRepository {

    /** Returns all entries, in the order of their keys and versions. */
    List<LibraryEntry> entries();

    /** Returns what was made from templates, in the order of the keys. */
    List<TemplateUse> uses();

    /** Returns who works here. */
    String who();

    /**
     * Stores an entry that was put forward.
     *
     * @throws io.marquetry.base.ProblemException if it is there already
     */
    void add(LibraryEntry entry);

    /** Stores an entry in place of what it said before. */
    void put(LibraryEntry entry);

    /**
     * Makes the step that an entry takes, and stores what it says then, in one save.
     *
     * @param decide lets the step pass, or throws
     * @param next what the entry says then
     * @throws io.marquetry.base.ProblemException if the step is refused; nothing changed then
     */
    void move(LibraryEntry entry, Function<Standing, LifeRules.Decided> decide, LibraryEntry next);

    /**
     * Stores a package that was made from a template, and the tags that it needs, in one save.
     *
     * @throws io.marquetry.base.ProblemException if its key is taken
     */
    void use(TemplateUse use, PackageDraft draft, List<Tag> made);

    /**
     * Stores a draft into which a newer template was merged, in one save.
     *
     * @param seen the revision of the draft that was merged into
     * @throws io.marquetry.base.ProblemException if it was saved meanwhile
     */
    void merged(TemplateUse use, PackageDraft draft, Revision seen, List<Tag> made);
}
