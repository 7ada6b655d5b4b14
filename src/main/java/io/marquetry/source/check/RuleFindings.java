package io.marquetry.source.check;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one rule, as sentences that begin with whose rule it is. */
final class RuleFindings {

    private final List<Problem> found = new ArrayList<>();
    private final Optional<TagKey> tag;
    private final String source;

    RuleFindings(Optional<TagKey> tag, String source) {
        this.tag = tag;
        this.source = source;
    }

    /**
     * Adds a finding. Its sentence has the places 0 (1 for a tag's rule, 0 for one that is no tag's
     * yet), 1 (the tag), 2 (the source), and from 3 on what is given here.
     */
    void add(String key, Object... more) {
        List<Object> args = new ArrayList<>();
        args.add(tag.isPresent() ? 1 : 0);
        args.add(tag.map(TagKey::value).orElse(""));
        args.add(source);
        args.addAll(List.of(more));
        found.add(new Problem(key, args));
    }

    List<Problem> all() {
        return found;
    }
}
