package io.marquetry.asset;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a coupon gives, read from the facts of its asset. The codes of a coupon are not among them:
 * whoever hands codes out keeps them.
 *
 * @param value money in the currency, or per cent of the price, as the type says
 * @param currency by ISO 4217, for example {@code CNY}
 * @param threshold the smallest purchase that it is taken for, in the currency
 * @param until the last day on which it is taken, not before the first
 * @param channels the channels that it may be given on; empty: all
 * @param stock how many there are; empty: as many as wanted
 */
public record Coupon(
        Type type,
        Optional<BigDecimal> value,
        Optional<String> currency,
        Optional<BigDecimal> threshold,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<String> channels,
        OptionalLong stock) {

    /** The facts that say something of a coupon. */
    public static final String TYPE = "type";

    public static final String AMOUNT = "amount";
    public static final String PERCENT = "discount_percent";
    public static final String CURRENCY = "currency";
    public static final String THRESHOLD = "min_spend";
    public static final String FROM = "start";
    public static final String UNTIL = "end";
    public static final String CHANNELS = "channel";
    public static final String STOCK = "stock";

    /** All of these facts. */
    public static final List<String> FACTS =
            List.of(TYPE, AMOUNT, PERCENT, CURRENCY, THRESHOLD, FROM, UNTIL, CHANNELS, STOCK);

    /** What a coupon is. */
    public enum Type {
        /** Money off the price. */
        AMOUNT,
        /** A share of the price. */
        PERCENT,
        /** Something given with the purchase. */
        GIFT,
        /** Delivery without a charge. */
        DELIVERY,
        /** Nothing is said of it. */
        OTHER
    }

    /** Copies the channels. */
    public Coupon {
        channels = List.copyOf(channels);
    }

    /**
     * Reads the coupon that an asset is.
     *
     * @throws io.marquetry.base.ProblemException if a fact cannot be read, or two contradict
     */
    public static Coupon of(Asset asset) {
        Facts facts = new Facts(asset);
        Optional<BigDecimal> amount = facts.positive(AMOUNT);
        Optional<BigDecimal> percent = facts.positive(PERCENT);
        Type type = facts.type(amount.isPresent(), percent.isPresent());
        Optional<BigDecimal> value =
                switch (type) {
                    case AMOUNT -> Optional.of(amount.orElseThrow(() -> facts.bad(AMOUNT)));
                    case PERCENT -> Optional.of(percent.orElseThrow(() -> facts.bad(PERCENT)));
                    case GIFT, DELIVERY, OTHER -> Optional.empty();
                };
        if (type == Type.PERCENT && value.orElseThrow().compareTo(new BigDecimal(100)) > 0) {
            throw facts.bad(PERCENT);
        }
        Optional<LocalDate> from = facts.day(FROM);
        Optional<LocalDate> until = facts.day(UNTIL);
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw facts.bad(UNTIL);
        }
        return new Coupon(
                type,
                value,
                facts.currency(),
                facts.positive(THRESHOLD),
                from,
                until,
                facts.channels(),
                facts.stock());
    }

    /** Returns whether it is over, or there is none left. */
    public boolean isSpent(LocalDate today) {
        return until.filter(today::isAfter).isPresent()
                || (stock.isPresent() && stock.getAsLong() == 0);
    }

    /** Returns the facts that say all this, to be kept with an asset. */
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        if (type != Type.OTHER) {
            facts.put(TYPE, type.name().toLowerCase(Locale.ROOT));
        }
        value.ifPresent(v -> facts.put(type == Type.PERCENT ? PERCENT : AMOUNT, v.toPlainString()));
        currency.ifPresent(c -> facts.put(CURRENCY, c));
        threshold.ifPresent(t -> facts.put(THRESHOLD, t.toPlainString()));
        from.ifPresent(day -> facts.put(FROM, day.toString()));
        until.ifPresent(day -> facts.put(UNTIL, day.toString()));
        if (!channels.isEmpty()) {
            facts.put(CHANNELS, String.join(",", channels));
        }
        stock.ifPresent(s -> facts.put(STOCK, Long.toString(s)));
        return facts;
    }

    /** The facts of one asset, each refused with its name where it says nothing readable. */
    private record Facts(Asset asset) {

        private Optional<String> find(String name) {
            return Optional.ofNullable(asset.facts().get(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        private Type type(boolean money, boolean share) {
            if (money && share) {
                throw bad(PERCENT);
            }
            Optional<String> told = find(TYPE);
            if (told.isEmpty()) {
                return money ? Type.AMOUNT : share ? Type.PERCENT : Type.OTHER;
            }
            return Arrays.stream(Type.values())
                    .filter(type -> type.name().equalsIgnoreCase(told.get()))
                    .findFirst()
                    .orElseThrow(() -> bad(TYPE));
        }

        private Optional<BigDecimal> positive(String name) {
            return find(name)
                    .map(
                            text -> {
                                try {
                                    BigDecimal number = new BigDecimal(text);
                                    if (number.signum() > 0 && number.precision() <= 15) {
                                        return number;
                                    }
                                } catch (NumberFormatException e) {
                                    throw problem(name).asException(e);
                                }
                                throw bad(name);
                            });
        }

        private Optional<LocalDate> day(String name) {
            return find(name)
                    .map(
                            text -> {
                                try {
                                    return LocalDate.parse(text);
                                } catch (DateTimeException e) {
                                    throw problem(name).asException(e);
                                }
                            });
        }

        private Optional<String> currency() {
            Optional<String> told = find(CURRENCY);
            if (told.isPresent() && !told.get().matches("[A-Z]{3}")) {
                throw bad(CURRENCY);
            }
            return told;
        }

        private List<String> channels() {
            return find(CHANNELS).stream()
                    .flatMap(text -> Arrays.stream(text.split("[,，、;；]", -1)))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        private OptionalLong stock() {
            Optional<String> told = find(STOCK);
            if (told.isEmpty()) {
                return OptionalLong.empty();
            }
            if (!told.get().matches("[0-9]{1,15}")) {
                throw bad(STOCK);
            }
            return OptionalLong.of(Long.parseLong(told.get()));
        }

        private Problem problem(String name) {
            return Problem.of(
                    "problem.coupon." + name,
                    asset.key().value(),
                    asset.facts().getOrDefault(name, ""));
        }

        private ProblemException bad(String name) {
            return problem(name).asException();
        }
    }
}
