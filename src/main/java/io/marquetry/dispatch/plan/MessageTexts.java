package io.marquetry.dispatch.plan;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Template;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.outcome.Conversions;
import io.marquetry.handoff.PackageDocument;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The texts of a package, as an account sends them. */
final class MessageTexts {

    private final PackageDocument document;
    private final Account account;
    private final Conversions conversions;

    MessageTexts(PackageDocument document, Account account, Conversions conversions) {
        this.document = document;
        this.account = account;
        this.conversions = conversions;
    }

    /** A demonstration shows the names of what a source does not hold of people. */
    Template shown(Template text, Terms terms) {
        return switch (account.provider()) {
            case Account.Provider.FileDrop _,
                    Account.Provider.Webhook _,
                    Account.Provider.HttpApi _,
                    Account.Provider.Smtp _,
                    Account.Provider.Smpp _ ->
                    text;
            case Account.Provider.Demonstration _ ->
                    text.with(
                            lacking(text, terms).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    name -> name, name -> "‹" + name + "›")));
        };
    }

    /**
     * Returns the text that is sent.
     *
     * @param at which of the accounts of the plan it is
     * @throws io.marquetry.base.ProblemException if there is none, or several
     */
    Template of(PlanRequest wanted, int at) {
        Optional<String> named = wanted.all().get(at).asset();
        ChannelKind channel = account.channel();
        List<Asset> written =
                document.assets().stream()
                        .filter(asset -> asset.body().isPresent())
                        .filter(
                                asset ->
                                        named.isPresent()
                                                ? named.get().equals(asset.key().value())
                                                : asset.kind() == channel.template()
                                                        || asset.kind()
                                                                == Asset.Kind.MESSAGE_TEMPLATE)
                        .toList();
        if (written.isEmpty()
                && named.isEmpty()
                && account.provider() instanceof Account.Provider.Demonstration) {
            // It sends nothing anywhere: a text of another channel shows as much.
            written =
                    document.assets().stream()
                            .filter(asset -> asset.body().isPresent())
                            .limit(1)
                            .toList();
        }
        if (written.size() != 1) {
            String known =
                    document.assets().stream()
                            .filter(asset -> asset.body().isPresent())
                            .map(asset -> asset.key().value())
                            .collect(Collectors.joining(", "));
            throw (known.isEmpty()
                            ? Problem.of("problem.dispatch.noText", wanted.pack().value())
                            : at == 0
                                    ? Problem.of("problem.dispatch.text", known)
                                    : Problem.of(
                                            "problem.dispatch.textElse", account.name(), known))
                    .asException();
        }
        return new Template(written.getFirst().body().orElseThrow().in(wanted.language()))
                .with(wanted.fixed());
    }

    private Set<String> lacking(Template text, Terms terms) {
        Set<String> fields = new TreeSet<>(text.fields());
        terms.coupons().ifPresent(pool -> fields.remove(Terms.CODE));
        return conversions.lacking(document.pack().source(), fields);
    }
}
