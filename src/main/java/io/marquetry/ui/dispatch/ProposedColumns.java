package io.marquetry.ui.dispatch;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.ui.common.screen.Follows;

import javafx.scene.control.ComboBox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in which columns of the source hold what the chosen account needs. What the user chose
 * stays.
 */
final class ProposedColumns {

    private final PlanModel plan;
    private final ComboBox<Account> account;
    private final ComboBox<Optional<String>> address;
    private final ComboBox<Optional<String>> consent;
    private final ComboBox<Optional<String>> zone;
    private final Map<ComboBox<Optional<String>>, Optional<String>> proposed = new HashMap<>();

    ProposedColumns(
            PlanModel plan,
            ComboBox<Account> account,
            ComboBox<Optional<String>> address,
            ComboBox<Optional<String>> consent,
            ComboBox<Optional<String>> zone) {
        this.plan = plan;
        this.account = account;
        this.address = address;
        this.consent = consent;
        this.zone = zone;
    }

    /** Proposes whenever the source or the account is another. */
    void follow(Follows follows) {
        follows.on(plan.columns(), read -> propose());
        account.valueProperty().subscribe((before, now) -> propose());
    }

    private void propose() {
        if (plan.last().isPresent() || account.getValue() == null) {
            return;
        }
        plan.columns()
                .get()
                .flatMap(
                        read ->
                                Optional.ofNullable(
                                        read.proposed().get(account.getValue().channel())))
                .ifPresent(
                        found -> {
                            set(address, found.address());
                            set(consent, found.consent().map(Dispatch.Consent::attribute));
                            set(zone, found.zone());
                        });
    }

    private void set(ComboBox<Optional<String>> box, Optional<String> name) {
        Optional<String> now = box.getValue();
        Optional<String> before = proposed.getOrDefault(box, Optional.empty());
        if (now == null || now.isEmpty() || now.equals(before)) {
            proposed.put(box, name);
            box.setValue(name);
        }
    }
}
