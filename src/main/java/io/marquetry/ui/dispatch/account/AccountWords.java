package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.desk.AccountText;

import java.time.Duration;

/** Words for what an account guarantees, and what that means. */
final class AccountWords {

    private AccountWords() {}

    /** Returns what it guarantees. */
    static String guarantees(Account.Provider provider, Duration said, Texts texts) {
        Duration life = AccountText.keyLife(provider, said);
        String asked =
                texts.get(
                        AccountText.looksUp(provider)
                                ? "dispatch.accounts.looksUp"
                                : "dispatch.accounts.blind");
        return life.isZero()
                ? texts.get("dispatch.accounts.noKeys", asked)
                : texts.get("dispatch.accounts.guarantees", life(life, texts), asked);
    }

    private static String life(Duration keys, Texts texts) {
        if (keys.toDays() > 366) {
            return texts.get("dispatch.accounts.forEver");
        }
        return keys.toMinutesPart() == 0
                ? texts.get("dispatch.accounts.hours", keys.toHours())
                : texts.get("dispatch.accounts.minutes", keys.toMinutes());
    }

    /** Returns what that means for whoever sends. */
    static String meaning(Account.Provider provider, Duration said, Texts texts) {
        if (AccountText.keyLife(provider, said).isPositive()) {
            return texts.get("dispatch.accounts.means.keys");
        }
        return texts.get(
                AccountText.looksUp(provider)
                        ? "dispatch.accounts.means.looksUp"
                        : "dispatch.accounts.means.neither");
    }
}
