package io.marquetry.dispatch.desk;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Coupons;
import io.marquetry.dispatch.Terms;
import io.marquetry.source.plan.ListFile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings codes of a coupon from a file. Blocks. */
public final class CouponCodes {

    private static final int MOST = 5_000_000;
    private static final int LONGEST = 64;

    private CouponCodes() {}

    /**
     * What came of it.
     *
     * @param added codes that are new
     * @param known codes that were there before
     */
    public record Brought(int added, int known) {}

    /**
     * Adds the codes of a file, a list or a table with a column {@code code}; all or none, durable
     * when it returns.
     *
     * @param pool the coupon that they are of
     * @param expires the last moment at which they are good; empty: for ever
     * @throws io.marquetry.base.ProblemException if the file cannot be read or a value is no code
     */
    public static Brought bring(
            Coupons coupons, AssetKey pool, Path file, Optional<Instant> expires) {
        List<String> codes = ListFile.values(file, Terms.CODE, MOST);
        for (int i = 0; i < codes.size(); i++) {
            if (!isCode(codes.get(i))) {
                throw Problem.of("problem.dispatch.badCode", file.toString(), i + 1).asException();
            }
        }
        int added = coupons.add(pool, codes, expires);
        return new Brought(added, codes.size() - added);
    }

    /** What can be read aloud and typed: nothing blank, nothing that cannot be seen. */
    private static boolean isCode(String code) {
        return code.length() <= LONGEST
                && code.codePoints()
                        .allMatch(
                                c ->
                                        !Character.isWhitespace(c)
                                                && !Character.isISOControl(c)
                                                && Character.isDefined(c)
                                                && Character.getType(c) != Character.FORMAT);
    }
}
