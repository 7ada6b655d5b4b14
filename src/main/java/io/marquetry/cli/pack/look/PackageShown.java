package io.marquetry.cli.pack.look;

import io.marquetry.audience.ExpressionText;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.handoff.ExpressionJson;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.life.PackageLife;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDifference;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What scripts are told of packages. */
public final class PackageShown {

    private PackageShown() {}

    /** Returns what scripts are told of a line of the list. */
    public static Map<String, Object> json(PackageRepository.Summary summary, PackageState state) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", summary.pack().key().value());
        tree.put("name", summary.pack().name().byLanguage());
        tree.put("source", summary.pack().source().value());
        tree.put("expression", ExpressionText.write(summary.pack().audience()));
        tree.put("versions", summary.versions());
        tree.put("state", state.name());
        tree.put("editedAt", summary.editedAt().toString());
        return tree;
    }

    /** Returns what scripts are told of a package as it stands. */
    public static Map<String, Object> json(
            AssetPackage pack, List<PackageVersion> versions, PackageLife life) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", pack.key().value());
        tree.put("name", pack.name().byLanguage());
        tree.put("source", pack.source().value());
        tree.put("expression", PlainJson.of(ExpressionJson.write(pack.audience())));
        tree.put("text", ExpressionText.write(pack.audience()));
        tree.put("benefits", pack.benefits().stream().map(TagKey::value).toList());
        tree.put("contents", pack.contents().stream().map(TagKey::value).toList());
        tree.put("rules", pack.rules().stream().map(TagKey::value).toList());
        tree.put("state", life.state().name());
        tree.put("versions", versions.stream().map(version -> json(version, life)).toList());
        return tree;
    }

    /** Returns what scripts are told of a finished version. */
    public static Map<String, Object> json(PackageVersion version) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", version.number());
        tree.put("createdAt", version.createdAt().toString());
        tree.put("documentSha256", version.sha256());
        return tree;
    }

    private static Map<String, Object> json(PackageVersion version, PackageLife life) {
        Map<String, Object> tree = json(version);
        tree.put("state", life.state(version.number()).name());
        return tree;
    }

    /** Returns what scripts are told of a step. */
    public static Map<String, Object> step(Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", step.key().value());
        tree.put("version", step.version());
        tree.put("from", step.from().name());
        tree.put("state", step.to().name());
        tree.put("who", step.who());
        tree.put("why", step.why().orElse(null));
        tree.put("solo", step.solo());
        tree.put("at", step.madeAt().toString());
        return tree;
    }

    /** Returns what scripts are told of a finished version and what it says. */
    static Map<String, Object> finished(PackageVersion version, PackageLife life) {
        PackageDocument document = PackageDocumentJson.read(version);
        Map<String, Object> tree = json(version, life);
        tree.put("source", document.pack().source().value());
        tree.put("text", ExpressionText.write(document.pack().audience()));
        tree.put("audience", document.size().audience());
        tree.put("profiles", document.size().profiles());
        return tree;
    }

    /** Returns what scripts are told of one difference. */
    static Map<String, Object> difference(PackageDifference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (difference) {
            case PackageDifference.Name name -> {
                tree.put("what", "name");
                tree.put("before", name.before().byLanguage());
                tree.put("after", name.after().byLanguage());
            }
            case PackageDifference.Source source -> {
                tree.put("what", "source");
                tree.put("before", source.before().value());
                tree.put("after", source.after().value());
            }
            case PackageDifference.Audience audience -> {
                tree.put("what", "audience");
                tree.put("before", ExpressionText.write(audience.before()));
                tree.put("after", ExpressionText.write(audience.after()));
            }
            case PackageDifference.Zone zone -> {
                tree.put("what", zone.zone().name().toLowerCase(Locale.ROOT));
                tree.put("added", zone.added().stream().map(TagKey::value).toList());
                tree.put("removed", zone.removed().stream().map(TagKey::value).toList());
                tree.put("after", zone.after().stream().map(TagKey::value).toList());
            }
        }
        return tree;
    }
}
