package io.marquetry.dispatch.plan;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Template;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Coupons;
import io.marquetry.dispatch.Terms;
import io.marquetry.handoff.PackageDocument;

import java.time.Instant;
import java.util.List;

/** Says whose codes go into a text that has a place for one. */
final class CodePool {

    private final Coupons coupons;
    private final Instant now;

    CodePool(Coupons coupons, Instant now) {
        this.coupons = coupons;
        this.now = now;
    }

    /**
     * Returns the terms with the coupon whose codes are given: the one that was asked for, else the
     * only one of the package that has codes.
     *
     * @param texts what each account sends
     * @throws io.marquetry.base.ProblemException if there are no such codes, or a text shows none
     */
    Terms of(PackageDocument document, List<Template> texts, PlanRequest wanted) {
        Terms terms = of(document, texts.stream().anyMatch(CodePool::shows), wanted.terms());
        for (int i = 0; i < texts.size(); i++) {
            if (terms.coupons().isPresent() && !shows(texts.get(i))) {
                throw Problem.of(
                                "problem.dispatch.noCodeElse",
                                wanted.all().get(i).account(),
                                '{' + Terms.CODE + '}')
                        .asException();
            }
        }
        return terms;
    }

    private static boolean shows(Template text) {
        return text.fields().contains(Terms.CODE);
    }

    private Terms of(PackageDocument document, boolean shows, Terms terms) {
        List<AssetKey> known = coupons.stock(now).stream().map(Coupons.Stock::pool).toList();
        if (terms.coupons().isPresent()) {
            AssetKey wanted = terms.coupons().get();
            if (!known.contains(wanted)) {
                throw Problem.of("problem.dispatch.noPool", wanted.value()).asException();
            }
            if (!shows) {
                throw Problem.of("problem.dispatch.noCode", '{' + Terms.CODE + '}').asException();
            }
            return terms;
        }
        List<AssetKey> own =
                document.assets().stream()
                        .filter(asset -> asset.kind() == Asset.Kind.COUPON)
                        .map(Asset::key)
                        .filter(known::contains)
                        .toList();
        return shows && own.size() == 1 ? terms.withCoupons(own.getFirst()) : terms;
    }
}
