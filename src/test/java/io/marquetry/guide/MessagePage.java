package io.marquetry.guide;

import io.marquetry.base.Texts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page of all messages and findings by their codes, made from the messages themselves. */
final class MessagePage {

    private static final String PROBLEM = "problem.";
    private static final List<String> FINDINGS =
            List.of("effect.finding.", "govern.kind.", "propose.finding.");

    private MessagePage() {}

    /** Returns the page in a language. */
    static String in(Locale language) {
        Texts texts = Texts.in(language);
        boolean chinese = language.getLanguage().equals("zh");
        Map<String, Map<String, String>> kinds = new TreeMap<>();
        Map<String, String> findings = new TreeMap<>();
        for (String key : texts.bundle().keySet()) {
            String text = written(texts.bundle().getString(key));
            if (key.startsWith(PROBLEM)) {
                String code = key.substring(PROBLEM.length());
                kinds.computeIfAbsent(code.split("\\.", 2)[0], _ -> new TreeMap<>())
                        .put(code, text);
            } else if (FINDINGS.stream().anyMatch(key::startsWith)) {
                findings.put(key, text);
            }
        }
        StringBuilder page = new StringBuilder();
        page.append(chinese ? "# 提示一览\n\n" : "# Every message\n\n");
        page.append(
                chinese
                        ? "每条提示都带有代码，脚本可在 `--json` 的输出中找到。… 处是名称或数字。"
                                + "每一类的含义和处理办法见[疑难解答](troubleshooting.md)。\n"
                        : "Each message has a code, which scripts find in the output of `--json`."
                                + " Where … stands, the message has a name or a number."
                                + " [Troubleshooting](troubleshooting.md) tells what each kind means and how to go on.\n");
        kinds.forEach((kind, messages) -> section(page, kind, messages));
        section(page, chinese ? "发现" : "Findings", findings);
        return page.toString();
    }

    private static void section(StringBuilder page, String heading, Map<String, String> messages) {
        page.append("\n## ").append(heading).append("\n\n");
        messages.forEach(
                (code, text) ->
                        page.append("* `").append(code).append("`: ").append(text).append('\n'));
    }

    /** Returns a pattern of {@link java.text.MessageFormat} as somebody reads it. */
    private static String written(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                int end = end(pattern, i);
                text.append(argument(pattern.substring(i + 1, end)));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString()
                .replace("''", "'")
                .replace('\n', ' ')
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("[", "\\[")
                .replace("<", "\\<")
                .replace("`", "\\`");
    }

    /** A choice is told by its last form, which is that of many. */
    private static String argument(String argument) {
        String[] parts = argument.split(",", 3);
        if (parts.length < 3 || !parts[1].strip().equals("choice")) {
            return "…";
        }
        String many = "";
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= parts[2].length(); i++) {
            char c = i == parts[2].length() ? '|' : parts[2].charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                many = parts[2].substring(start, i);
                start = i + 1;
            }
        }
        return written(many.replaceFirst("^[^#<≤]*[#<≤]", "")).replace("\\", "");
    }

    private static int end(String pattern, int start) {
        int depth = 0;
        for (int i = start; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no end: " + pattern);
    }
}
