package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.ProfileSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proposes where a source holds what messages need, by what its columns are for. */
public final class ColumnProposals {

    private static final Pattern BY_PHONE = Pattern.compile("sms|phone|mobile|text|短信|手机|电话");
    private static final Pattern BY_MAIL = Pattern.compile("mail|newsletter|邮");
    private static final Pattern BY_DEVICE = Pattern.compile("push|app|wechat|推送|微信");

    private ColumnProposals() {}

    /** Proposes for a channel; what no column is for stays empty. */
    public static Dispatch.Columns of(ProfileSource source, ChannelKind channel) {
        return new Dispatch.Columns(
                first(source, address(channel)),
                consent(source, channel).map(name -> new Dispatch.Consent(name, Optional.empty())),
                first(source, ColumnPurpose.ZONE));
    }

    private static ColumnPurpose address(ChannelKind channel) {
        return switch (channel) {
            case SMS -> ColumnPurpose.PHONE;
            case MAIL -> ColumnPurpose.MAIL;
            case PUSH -> ColumnPurpose.DEVICE;
        };
    }

    private static Pattern words(ChannelKind channel) {
        return switch (channel) {
            case SMS -> BY_PHONE;
            case MAIL -> BY_MAIL;
            case PUSH -> BY_DEVICE;
        };
    }

    /** Texts say yes in many words: only who knows them can choose such a column. */
    private static Optional<String> consent(ProfileSource source, ChannelKind channel) {
        List<String> all =
                source.model().attributes().stream()
                        .filter(one -> source.purpose(one) == ColumnPurpose.CONSENT)
                        .filter(one -> one.type() != AttributeType.TEXT)
                        .map(Attribute::name)
                        .toList();
        return all.stream()
                .filter(name -> speaksOf(channel, name))
                .findFirst()
                .or(() -> all.stream().filter(ColumnProposals::isOfAll).findFirst());
    }

    private static boolean isOfAll(String name) {
        for (ChannelKind channel : ChannelKind.values()) {
            if (speaksOf(channel, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean speaksOf(ChannelKind channel, String name) {
        return words(channel).matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<String> first(ProfileSource source, ColumnPurpose purpose) {
        return source.model().attributes().stream()
                .filter(one -> source.purpose(one) == purpose)
                .map(Attribute::name)
                .findFirst();
    }
}
