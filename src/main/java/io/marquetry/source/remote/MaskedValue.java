package io.marquetry.source.remote;

import java.util.Locale;
import java.util.regex.Pattern;

/** A cell as it may be shown to somebody who only looks whether a table is the right one. */
final class MaskedValue {

    private static final String DOTS = "••••";
    private static final int MANY = 9;

    private static final Pattern PERSONAL =
            Pattern.compile(
                    "mail|phone|mobile|tel|name|addr|street|birth|born|passport|card|idno|ssn|iban"
                            + "|wechat|openid|手机|电话|邮箱|邮件|姓名|名字|地址|生日|出生|证件|身份证|微信");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    /** Addresses of mail, and numbers of ten digits or more: of phones, cards and documents. */
    private static final Pattern TELLING =
            Pattern.compile(
                    ".*[^@\\s<]@[^@\\s.]+\\.\\S.*|[^@\\s]+@[^@\\s]+|\\+[0-9 ()./-]{7,}"
                            + "|[(0-9][0-9 ()./-]{8,}[0-9Xx]");

    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    private MaskedValue() {}

    /** Returns a value with what could name a person left out. */
    static String of(String column, String value) {
        boolean personal = PERSONAL.matcher(column.toLowerCase(Locale.ROOT)).find();
        if (value.isEmpty() || !personal && !isTelling(value)) {
            return value;
        }
        if (DAY.matcher(value).matches()) {
            return value.substring(0, 4) + "-••-••";
        }
        int length = value.codePointCount(0, value.length());
        if (length < MANY || value.length() != length) {
            return DOTS;
        }
        return value.substring(0, 3) + DOTS + value.substring(value.length() - 2);
    }

    private static boolean isTelling(String value) {
        return TELLING.matcher(value).matches()
                && !DAY.matcher(value).matches()
                && !DECIMAL.matcher(value).matches();
    }
}
