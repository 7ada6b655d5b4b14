package io.marquetry.cli.requirement;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementJson;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code requirement show}: one requirement with its tags. */
@Command(name = "show")
public final class RequirementShowCommand extends OneRequirementCommand {

    public RequirementShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Requirement one = workspace.requirements().get(key()).value();
        if (output.isJson()) {
            output.json(PlainJson.of(RequirementJson.write(one)));
            return 0;
        }
        line(output, "cli.tag.key", one.key().value());
        line(output, "cli.requirement.goalTitle", one.goal());
        one.audience().ifPresent(text -> line(output, "cli.requirement.audienceTitle", text));
        one.channel().ifPresent(text -> line(output, "cli.requirement.channelTitle", text));
        one.budget()
                .ifPresent(
                        amount ->
                                line(
                                        output,
                                        "cli.requirement.budgetTitle",
                                        amount.toPlainString()));
        one.from().ifPresent(day -> line(output, "cli.tag.fromTitle", day.toString()));
        one.until().ifPresent(day -> line(output, "cli.tag.untilTitle", day.toString()));
        one.owner().ifPresent(name -> line(output, "cli.tag.ownerTitle", name));
        line(output, "cli.tag.stateTitle", texts().get("requirement.state." + one.state()));
        one.accepted()
                .forEach(
                        accepted ->
                                line(
                                        output,
                                        accepted.excluded()
                                                ? "cli.requirement.excludedTitle"
                                                : "cli.asset.tag",
                                        accepted.tag().value()));
        one.missing()
                .forEach(
                        missing ->
                                line(
                                        output,
                                        "cli.requirement.missingTitle",
                                        missing.words()
                                                + missing.draft()
                                                        .map(tag -> " -> " + tag.value())
                                                        .orElse("")));
        one.pack().ifPresent(pack -> line(output, "cli.requirement.packTitle", pack.value()));
        return 0;
    }

    private void line(CommandOutput output, String title, String text) {
        output.line(texts().get(title) + ": " + text);
    }
}
