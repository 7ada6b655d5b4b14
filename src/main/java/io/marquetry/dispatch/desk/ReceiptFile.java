package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.ReceiptWords;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receipts as providers write them down: a table of any kind, whose columns go by the names that
 * providers give them.
 */
public final class ReceiptFile {

    private static final List<String> ABOUT =
            List.of(
                    "key",
                    "message",
                    "messageid",
                    "msgid",
                    "smsid",
                    "sid",
                    "id",
                    "taskid",
                    "address",
                    "phone",
                    "mobile",
                    "number",
                    "email",
                    "recipient",
                    "to",
                    "from",
                    "消息编号",
                    "手机号",
                    "手机号码",
                    "号码",
                    "邮箱",
                    "地址");
    private static final List<String> KIND =
            List.of("kind", "status", "state", "type", "event", "result", "状态", "类型", "结果");
    private static final List<String> WHEN =
            List.of("at", "time", "timestamp", "date", "reporttime", "donetime", "时间", "回执时间");
    private static final List<String> EVENT = List.of("eventid", "receiptid", "reportid", "回执编号");
    private static final List<String> DETAIL =
            List.of(
                    "detail",
                    "code",
                    "error",
                    "errorcode",
                    "reply",
                    "text",
                    "content",
                    "diagnostic",
                    "回复",
                    "内容",
                    "错误码");

    private ReceiptFile() {}

    /**
     * What a file tells.
     *
     * @param told what is understood
     * @param skipped how many rows say nothing that is understood
     * @param firstSkipped the line of the first of them; 0: there is none
     */
    public record Read(List<Channel.Told> told, long skipped, long firstSkipped) {

        /** Copies the list. */
        public Read {
            told = List.copyOf(told);
        }
    }

    /**
     * Reads a file.
     *
     * @param now the time of what has none
     * @throws io.marquetry.base.ProblemException if it cannot be read, or has no column that tells
     *     of whom, or none that tells what
     */
    public static Read read(Path path, Instant now) {
        TableFile file = FileReading.AS_FOUND.look(path);
        List<Channel.Told> told = new ArrayList<>();
        long skipped = 0;
        long first = 0;
        try (TableRows rows = file.open(file.bytes())) {
            Optional<CsvRow> next = rows.next();
            List<String> names = rows.names();
            int about = place(names, ABOUT);
            int kind = place(names, KIND);
            if (about < 0 || kind < 0) {
                throw Problem.of(
                                "problem.dispatch.receiptColumns",
                                file.label(),
                                String.join(", ", names))
                        .asException();
            }
            for (; next.isPresent(); next = rows.next()) {
                names = rows.names();
                Optional<Channel.Told> one = one(names, next.get(), about, kind, now);
                one.ifPresent(told::add);
                if (one.isEmpty()) {
                    first = skipped == 0 ? next.get().line() : first;
                    skipped++;
                }
            }
        }
        return new Read(told, skipped, first);
    }

    private static Optional<Channel.Told> one(
            List<String> names, CsvRow row, int about, int kind, Instant now) {
        String whom = cell(row, about);
        String word = cell(row, kind);
        Optional<Receipt.Kind> what = ReceiptWords.kind(word);
        if (row.problem().isPresent() || whom.isEmpty() || what.isEmpty()) {
            return Optional.empty();
        }
        String when = cell(row, place(names, WHEN));
        String detail = cell(row, place(names, DETAIL));
        String event = cell(row, place(names, EVENT));
        Optional<Instant> at = ReceiptWords.moment(when);
        if (!when.isEmpty() && at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Channel.Told(
                        event.isEmpty()
                                ? Sha256.of(String.join("\n", "file", whom, word, when, detail))
                                : event,
                        whom,
                        what.get(),
                        at.orElse(now),
                        detail));
    }

    private static int place(List<String> names, List<String> wanted) {
        for (String one : wanted) {
            for (int i = 0; i < names.size(); i++) {
                if (ReceiptWords.folded(names.get(i)).equals(one)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String cell(CsvRow row, int at) {
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }
}
