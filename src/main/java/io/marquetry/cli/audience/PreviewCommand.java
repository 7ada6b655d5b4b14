package io.marquetry.cli.audience;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.audience.AudienceChoice.Chosen;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.compare.VersionComparison;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code preview}: the exact size of an audience, and how it comes about. */
@Command(name = "preview")
public final class PreviewCommand extends WorkspaceCommand {

    @Mixin private AudienceChoice choice = new AudienceChoice();

    @Option(names = "--verify", descriptionKey = "cli.preview.verify")
    private boolean verify;

    @Option(names = "--steps", descriptionKey = "cli.preview.steps")
    private boolean steps;

    @Option(
            names = "--what-if",
            paramLabel = "TAG",
            arity = "1..*",
            split = ",",
            descriptionKey = "cli.preview.whatIf")
    private List<String> whatIf = new ArrayList<>();

    @Option(names = "--live", descriptionKey = "cli.preview.live")
    private boolean live;

    @Option(names = "--since-version", descriptionKey = "cli.preview.sinceVersion")
    private boolean sinceVersion;

    public PreviewCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Chosen asked = choice.of(workspace);
        AudienceReader reader = workspace.audiences().readers().reader(asked.source());
        AudienceQuery query = new AudienceQuery(asked.audience(), asked.tags());
        if (live) {
            LivePart counted =
                    LivePart.of(
                            reader,
                            query,
                            workspace.sources().fit(Optional.of(asked.source())),
                            whatIf);
            List<PreviewPart> all = new ArrayList<>(List.of(counted));
            // Whoever asks for these as well wants the index beside it, and not to be left without.
            all.addAll(parts(workspace, asked, counted.size(), List.of()));
            return tell(counted.size(), all, output);
        }
        AudienceSize size = reader.count(query, new CancelSignal());
        return tell(size, parts(workspace, asked, size, whatIf), output);
    }

    private int tell(AudienceSize size, List<PreviewPart> parts, CommandOutput output) {
        if (output.isJson()) {
            Map<String, Object> tree = json(size);
            parts.forEach(part -> part.add(tree));
            output.json(tree);
        } else {
            print(size, output);
            parts.forEach(part -> part.print(output));
        }
        return parts.stream().allMatch(PreviewPart::holds) ? 0 : 1;
    }

    private List<PreviewPart> parts(
            Workspace workspace, Chosen asked, AudienceSize size, List<String> others) {
        List<PreviewPart> parts = new ArrayList<>();
        if (!verify && !steps && others.isEmpty() && !sinceVersion) {
            return parts;
        }
        MembershipIndex index = asked.index(workspace);
        List<TagKey> tags = WhatIfPart.tags(others, index);
        WhatIfs counted = WhatIfs.begin(index, asked.audience(), List.of()).count(tags);
        if (verify) {
            parts.add(new VerifyPart(counted.now(), counted.snapshot(), size));
        }
        if (steps) {
            parts.add(new StepsPart(asked.audience(), counted));
        }
        if (!others.isEmpty()) {
            parts.add(new WhatIfPart(counted, tags));
        }
        if (sinceVersion) {
            parts.add(since(workspace, asked, index));
        }
        return parts;
    }

    private SincePart since(Workspace workspace, Chosen asked, MembershipIndex index) {
        PackageDraft draft =
                asked.draft()
                        .orElseThrow(() -> Problem.of("problem.preview.noPackage").asException());
        PackageKey key = draft.base().key();
        PackageVersion last =
                workspace
                        .packages()
                        .latest(key)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.preview.noVersion", key.value())
                                                .asException());
        return new SincePart(
                new VersionComparison(workspace.audiences().indexes())
                        .since(last, draft, asked.tags(), index, new CancelSignal()),
                texts());
    }

    private void print(AudienceSize size, CommandOutput output) {
        output.line(texts().get("cli.preview.size", size.audience(), size.profiles(), share(size)));
        output.line(
                texts().get(
                                "cli.preview.snapshot",
                                size.snapshot().source().value(),
                                Minute.of(size.snapshot().asOf()),
                                size.snapshot().today().toString(),
                                size.took().toMillis()));
    }

    private static BigDecimal share(AudienceSize size) {
        return BigDecimal.valueOf(size.share()).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Object> json(AudienceSize size) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("audience", size.audience());
        tree.put("profiles", size.profiles());
        tree.put("share", share(size));
        tree.put("asOf", size.snapshot().asOf().toString());
        tree.put("today", size.snapshot().today().toString());
        tree.put("exact", true);
        tree.put("source", size.snapshot().source().value());
        tree.put("fingerprint", size.snapshot().fingerprint());
        tree.put("took_ms", size.took().toMillis());
        return tree;
    }
}
