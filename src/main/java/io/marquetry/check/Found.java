package io.marquetry.check;

import io.marquetry.base.Problem;

/**
 * What a check found.
 *
 * @param about what it was found in, for example the key of a coupon; empty: the package itself
 * @param what the sentence that tells it
 * @param extent how far it goes, in people or thousandths; 0 where it is not a matter of size
 */
record Found(CheckKind kind, String about, Problem what, long extent) {

    static Found of(CheckKind kind, Problem what) {
        return new Found(kind, "", what, 0);
    }

    static Found of(CheckKind kind, String about, Problem what) {
        return new Found(kind, about, what, 0);
    }
}
