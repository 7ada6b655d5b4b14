package io.marquetry.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of profiles is for when messages go out. */
public enum ColumnPurpose {
    /** An attribute like any other. */
    PLAIN(""),
    /** A telephone number. */
    PHONE(
            "(.*_)?(mobile|phone|cellphone|tel|msisdn)(_?(no|nr|number|num))?|.*(手机|手机号|手机号码|电话|电话号码)"),
    /** A mailbox. */
    MAIL("(.*_)?e?_?mail(_?addr(ess)?)?|.*(邮箱|电子邮件|邮箱地址)"),
    /** A device or an account, by the name that a provider knows it by. */
    DEVICE("(.*_)?(push|device|fcm|apns)_?(token|id)|(.*_)?(registration|open|union)_?id|.*推送标识"),
    /** Whether the person agreed to be written to. */
    CONSENT(
            "(.*_)?(consent|opt_?in|opted_in|subscribed|agreed|accepts|permission)(_.*)?"
                    + "|.*(同意|授权|许可|已订阅|可营销).*"),
    /** The zone by whose clock the person lives. */
    ZONE("(.*_)?(time_?zone|tz)|.*时区");

    private final Pattern names;

    ColumnPurpose(String names) {
        this.names = Pattern.compile(names);
    }

    /** Returns what a column could be for, by its name and its type alone. */
    public static ColumnPurpose of(String column, AttributeType type) {
        String name = column.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (ColumnPurpose purpose : values()) {
            if (purpose.fits(type) && purpose.names.matcher(name).matches()) {
                return purpose;
            }
        }
        return PLAIN;
    }

    /** Returns whether a column of a type can be for this. */
    public boolean fits(AttributeType type) {
        return switch (this) {
            case PLAIN -> true;
            case PHONE -> type == AttributeType.TEXT || type == AttributeType.INTEGER;
            case MAIL, DEVICE, ZONE -> type == AttributeType.TEXT;
            case CONSENT ->
                    type == AttributeType.BOOLEAN
                            || type == AttributeType.INTEGER
                            || type == AttributeType.TEXT;
        };
    }

    /** Returns the purpose of a name as it is written in files and on the command line. */
    public static Optional<ColumnPurpose> named(String word) {
        for (ColumnPurpose purpose : values()) {
            if (purpose.name().equalsIgnoreCase(word)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
