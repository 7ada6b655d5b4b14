package io.marquetry.cli.dispatch.run;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.dispatch.look.DispatchShown;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code dispatch plan}: who would get a package and who not, frozen unless only asked. */
@Command(name = "plan")
public final class DispatchPlanCommand extends WorkspaceCommand {

    private final InstantSource clock;

    @Option(
            names = "--package",
            paramLabel = "KEY",
            required = true,
            descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.dispatch.version")
    private int version;

    @Option(names = "--account", paramLabel = "NAME", descriptionKey = "cli.dispatch.account")
    private String account = Account.DEMO.name();

    @Option(names = "--address", paramLabel = "ATTRIBUTE", descriptionKey = "cli.dispatch.address")
    private @Nullable String address;

    @Option(
            names = "--consent",
            paramLabel = "ATTRIBUTE[=VALUE]",
            descriptionKey = "cli.dispatch.consent")
    private @Nullable String consent;

    @Option(
            names = "--else",
            paramLabel = "ACCOUNT[:ADDRESS[:CONSENT[=VALUE][:TEXT]]]",
            descriptionKey = "cli.dispatch.else")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--zone-from",
            paramLabel = "ATTRIBUTE",
            descriptionKey = "cli.dispatch.zoneFrom")
    private @Nullable String zoneFrom;

    @Option(names = "--text", paramLabel = "ASSET", descriptionKey = "cli.dispatch.text")
    private @Nullable String asset;

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "cli.dispatch.language")
    private @Nullable String language;

    @Option(names = "--holdout", paramLabel = "SHARE", descriptionKey = "cli.dispatch.holdout")
    private @Nullable String holdout;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "cli.dispatch.at")
    private @Nullable String at;

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "cli.dispatch.until")
    private @Nullable String until;

    @Option(names = "--quiet", paramLabel = "HH:MM-HH:MM", descriptionKey = "cli.dispatch.quiet")
    private @Nullable String quiet;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.dispatch.zone")
    private @Nullable String zone;

    @Option(names = "--cap", paramLabel = "N/DAYS", descriptionKey = "cli.dispatch.cap")
    private @Nullable String cap;

    @Option(
            names = "--conversion",
            paramLabel = "STREAM",
            descriptionKey = "cli.dispatch.conversion")
    private @Nullable String stream;

    @Option(
            names = "--conversion-field",
            paramLabel = "FIELD=VALUE",
            descriptionKey = "cli.dispatch.conversionField")
    private @Nullable String only;

    @Option(names = "--revenue", paramLabel = "FIELD", descriptionKey = "cli.dispatch.revenue")
    private @Nullable String revenue;

    @Option(names = "--window", paramLabel = "DAYS", descriptionKey = "cli.dispatch.window")
    private int window = 7;

    @Option(names = "--set", paramLabel = "FIELD=TEXT", descriptionKey = "cli.dispatch.set")
    private Map<String, String> fixed = new LinkedHashMap<>();

    @Mixin private final TermsOptions terms = new TermsOptions();

    @Option(names = "--dry-run", descriptionKey = "cli.dispatch.dryRun")
    private boolean dry;

    public DispatchPlanCommand(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        super(opener, texts);
        this.clock = clock;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Planned planned = workspace.dispatches().plan(request(), new CancelSignal());
        Optional<Dispatch> frozen =
                dry ? Optional.empty() : Optional.of(workspace.dispatches().freeze(planned));
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", frozen.map(d -> d.id().number()).orElse(null));
            tree.putAll(DispatchShown.counts(planned.counts()));
            tree.put("accounts", DispatchShown.accounts(planned.draft()));
            tree.put("codes", planned.codes().isPresent() ? planned.codes().getAsLong() : null);
            tree.put("first", planned.first().map(Instant::toString).orElse(null));
            tree.put("last", planned.last().map(Instant::toString).orElse(null));
            output.json(tree);
        } else {
            DispatchShown.waterfall(planned.draft(), texts()).forEach(output::line);
            planned.first()
                    .ifPresent(
                            first ->
                                    output.line(
                                            texts().get(
                                                            "cli.dispatch.firstLast",
                                                            Minute.of(first),
                                                            Minute.of(
                                                                    planned.last()
                                                                            .orElse(first)))));
            planned.codes()
                    .ifPresent(
                            free ->
                                    output.line(
                                            texts().get(
                                                            "cli.dispatch.codes",
                                                            DispatchShown.number(
                                                                    texts(),
                                                                    planned.counts().net()),
                                                            DispatchShown.number(texts(), free))));
            frozen.ifPresent(d -> output.line(texts().get("cli.dispatch.frozen", d.id().text())));
        }
        return 0;
    }

    private PlanRequest request() {
        Instant now = clock.instant();
        Instant from = PlanText.moment(at, now);
        return new PlanRequest(
                PackageKey.parse(require(key)),
                version,
                account,
                new Dispatch.Columns(
                        Optional.ofNullable(address),
                        PlanText.consent(consent),
                        Optional.ofNullable(zoneFrom)),
                Optional.ofNullable(asset),
                language == null ? texts().locale() : Locale.forLanguageTag(language),
                PlanText.share(holdout),
                from.isBefore(now) ? now : from,
                PlanText.moment(until, from.plus(Duration.ofDays(3))),
                PlanText.quiet(quiet),
                PlanText.zone(zone),
                PlanText.cap(cap),
                PlanText.conversion(stream, only, revenue, window),
                fixed,
                terms.terms(),
                others.stream().map(PlanText::other).toList());
    }
}
