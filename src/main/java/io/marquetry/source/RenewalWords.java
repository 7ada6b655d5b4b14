package io.marquetry.source;

import io.marquetry.base.NameList;
import io.marquetry.base.Texts;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Renewal;

import java.util.ArrayList;
import java.util.List;

/** Tells what a newer file changes, the same in the window and on the command line. */
public final class RenewalWords {

    private final Texts texts;

    /** Makes words in the language of the texts. */
    public RenewalWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns what would change, a sentence each; the rows first. */
    public List<String> changes(Renewal renewal) {
        List<String> told = new ArrayList<>();
        told.add(texts.get("renew.rows", renewal.source().profiles(), renewal.rows()));
        if (renewal.lost() > 0) {
            told.add(texts.get("renew.lost", renewal.lost()));
        }
        if (!renewal.gone().isEmpty()) {
            told.add(texts.get("renew.gone", NameList.of(renewal.gone())));
        }
        if (!renewal.fresh().isEmpty()) {
            told.add(texts.get("renew.fresh", NameList.of(renewal.fresh())));
        }
        for (Renewal.Misfit misfit : renewal.misfits()) {
            told.add(
                    texts.get(
                            "renew.misfit",
                            misfit.name(),
                            misfit.rows(),
                            texts.sentence(misfit.why())));
        }
        if (!renewal.loses() && renewal.fresh().isEmpty()) {
            told.add(texts.get("renew.sameColumns"));
        }
        return told;
    }

    /** Returns what has changed where a source lies, a sentence each; none if all is there. */
    public List<String> changes(SourceChange change) {
        List<String> told = new ArrayList<>();
        if (!change.gone().isEmpty()) {
            told.add(texts.get("renew.gone", NameList.of(change.gone())));
        }
        if (!change.retyped().isEmpty()) {
            told.add(texts.get("renew.retyped", NameList.of(change.retyped())));
        }
        if (!change.fresh().isEmpty()) {
            told.add(texts.get("renew.fresh", NameList.of(change.fresh())));
        }
        return told;
    }

    /** Returns what was done. */
    public String done(Renewal renewal, ImportResult result) {
        return result.source()
                .map(
                        now ->
                                texts.get(
                                        "renew.done",
                                        now.title(),
                                        renewal.source().profiles(),
                                        now.profiles(),
                                        result.profiles().rejected()))
                .orElseGet(() -> texts.get("renew.none", renewal.source().title()));
    }
}
