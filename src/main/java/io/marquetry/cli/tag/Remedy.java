package io.marquetry.cli.tag;

import io.marquetry.govern.Finding;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

/** The command that mends what was found; words in capitals are to be filled in. */
final class Remedy {

    private Remedy() {}

    static String of(Finding finding, NamingStandard words, Tag tag) {
        String key = finding.tag().value();
        String other = finding.other().map(TagKey::value).orElse("KEY");
        return "marquetry tag "
                + switch (finding.kind()) {
                    case OFF_STANDARD ->
                            "rename " + key + " " + words.proposal(finding.tag(), tag.category());
                    case SAME_PEOPLE, SAME_RULE -> "merge " + key + " " + other;
                    case DEPRECATED_IN_USE ->
                            finding.other().isPresent()
                                    ? "merge " + key + " " + other
                                    : "activate " + key;
                    case INSIDE -> "deprecate " + key + " --successor " + other;
                    case CONTRADICTION, JUMPED_OR_DIED, ASSET_ENDED -> "show " + key;
                    case UNUSED, EMPTY_OR_EVERYONE -> "deprecate " + key + " --reason TEXT";
                    case EXPIRED_IN_USE -> "keep " + key + " --until DAY";
                    case NO_OWNER -> "keep " + key + " --owner NAME";
                    case NO_SCENARIO -> "keep " + key + " --scenario TEXT";
                };
    }
}
