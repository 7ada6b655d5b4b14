package io.marquetry.ui.outcomes;

import io.marquetry.effect.OutcomeRole;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses from names which column tells what; people look at it before anything is read. */
final class RoleGuess {

    private static final Map<OutcomeRole, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(
                            OutcomeRole.PROFILE,
                            List.of(
                                    "profile",
                                    "customer_id",
                                    "user_id",
                                    "household_id",
                                    "person",
                                    "id",
                                    "用户",
                                    "客户")),
                    Map.entry(
                            OutcomeRole.PACKAGE,
                            List.of("package", "campaign", "campaign_id", "资产包", "活动")),
                    Map.entry(OutcomeRole.VERSION, List.of("version", "package_version")),
                    Map.entry(
                            OutcomeRole.ARM,
                            List.of("arm", "group", "treatment", "segment", "组别", "分组")),
                    Map.entry(OutcomeRole.CHANNEL, List.of("sent_by", "sent_channel")),
                    Map.entry(
                            OutcomeRole.ASSET, List.of("asset", "template", "coupon", "素材", "优惠券")),
                    Map.entry(
                            OutcomeRole.WHEN,
                            List.of(
                                    "when",
                                    "date",
                                    "day",
                                    "sent_at",
                                    "at",
                                    "time",
                                    "timestamp",
                                    "日期",
                                    "时间")),
                    Map.entry(OutcomeRole.TARGETED, List.of("targeted", "audience")),
                    Map.entry(OutcomeRole.SENT, List.of("sent", "发送")),
                    Map.entry(OutcomeRole.DELIVERED, List.of("delivered", "reached", "送达", "触达")),
                    Map.entry(
                            OutcomeRole.HIT,
                            List.of("hit", "visit", "opened", "clicked", "viewed", "命中", "点击")),
                    Map.entry(
                            OutcomeRole.CONVERTED,
                            List.of(
                                    "converted",
                                    "conversion",
                                    "completed",
                                    "redeemed",
                                    "y",
                                    "转化",
                                    "核销")),
                    Map.entry(
                            OutcomeRole.REVENUE,
                            List.of("revenue", "spend", "amount", "sales", "收入", "金额")),
                    Map.entry(OutcomeRole.COST, List.of("cost", "成本")),
                    Map.entry(OutcomeRole.EVENT, List.of("event", "event_type", "kind", "事件")));

    /** What people call an event; parts of words, the most telling first. */
    private static final Map<OutcomeRole, List<String>> WORDS =
            Map.of(
                    OutcomeRole.SENT,
                    List.of("sent", "send", "发送"),
                    OutcomeRole.DELIVERED,
                    List.of("received", "delivered", "送达", "收到", "触达"),
                    OutcomeRole.HIT,
                    List.of(
                            "viewed", "opened", "clicked", "visited", "view", "open", "click", "查看",
                            "打开", "点击", "浏览"),
                    OutcomeRole.CONVERTED,
                    List.of("completed", "converted", "redeemed", "purchased", "完成", "转化", "核销"));

    private static final List<String> CONTROLS =
            List.of(
                    "control",
                    "holdout",
                    "hold-out",
                    "hold out",
                    "no e-mail",
                    "no mail",
                    "none",
                    "对照",
                    "空白");

    private RoleGuess() {}

    /** Returns the word that by its letters tells this, if exactly one does. */
    static Optional<String> word(OutcomeRole role, List<String> words) {
        return told(WORDS.getOrDefault(role, List.of()), words);
    }

    /** Returns the arm that by its name got nothing. */
    static Optional<String> control(List<String> arms) {
        return told(CONTROLS, arms);
    }

    private static Optional<String> told(List<String> parts, List<String> words) {
        return parts.stream()
                .flatMap(
                        part ->
                                words.stream()
                                        .filter(w -> w.toLowerCase(Locale.ROOT).contains(part)))
                .findFirst();
    }

    /** Returns the column that by its name tells this, if there is one. */
    static Optional<String> column(OutcomeRole role, Set<String> columns) {
        List<String> names = NAMES.getOrDefault(role, List.of());
        return names.stream()
                .flatMap(
                        name ->
                                columns.stream()
                                        .filter(c -> c.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }
}
