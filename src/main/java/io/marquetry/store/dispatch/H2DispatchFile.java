package io.marquetry.store.dispatch;

import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Composition;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.StateStep;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.file.SideFile;
import io.marquetry.tag.TagKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** An open dispatch. */
final class H2DispatchFile implements DispatchFile {

    private static final String PERSON =
            "select ordinal, profile_key, address, arm, reasons, due, zone, variables";

    private final SideFile file;
    private final Turns.Turn turn;
    private final Sql sql;
    private final Dispatch dispatch;
    private final String people;
    private long results;
    private int steps;

    H2DispatchFile(SideFile file, Turns.Turn turn) {
        this.file = file;
        this.turn = turn;
        this.sql = new Sql(file);
        this.dispatch =
                DispatchJson.read(JsonView.of(StrictJson.read(plan("dispatch").orElseThrow())));
        // Whoever has one account only stands in a file that says nothing of accounts.
        this.people =
                PERSON
                        + (dispatch.others().isEmpty() ? ", 0, null" : ", route, passed")
                        + " from recipient ";
        sql.each("select coalesce(max(n), 0) from result", row -> results = row.getLong(1));
        sql.each("select coalesce(max(n), 0) from step", row -> steps = row.getInt(1));
    }

    @Override
    public Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public List<StateStep> steps() {
        List<StateStep> found = new ArrayList<>();
        sql.each(
                "select state, cause, who, note, at from step order by n",
                row ->
                        found.add(
                                new StateStep(
                                        DispatchState.valueOf(row.getString(1)),
                                        Optional.ofNullable(row.getString(2))
                                                .map(StateStep.Cause::valueOf),
                                        row.getString(3),
                                        Optional.ofNullable(row.getString(4)),
                                        Instant.ofEpochMilli(row.getLong(5)))));
        return found;
    }

    @Override
    public void step(StateStep step) {
        sql.doing(
                () -> {
                    insert(file.connection(), steps + 1, step);
                    file.save();
                    return 0;
                });
        steps++;
    }

    /** Writes a step. */
    static void insert(Connection connection, int n, StateStep step) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into step values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, n);
            insert.setString(2, step.state().name());
            insert.setString(3, step.cause().map(Enum::name).orElse(null));
            insert.setString(4, step.who());
            insert.setString(5, step.note().orElse(null));
            insert.setLong(6, step.at().toEpochMilli());
            insert.execute();
        }
    }

    @Override
    public boolean isAtHome() {
        return file.isAsLeft() && plan("home").filter(home()::equals).isPresent();
    }

    @Override
    public void settle() {
        plan("home", home());
        sql.save();
    }

    /**
     * Returns what a copy of the file has otherwise: where it lies, and what the system calls it.
     */
    private String home() {
        try {
            Path real = file.path().toRealPath();
            BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class);
            // The device may be numbered anew at each start of the system; the file's number stays.
            String key = String.valueOf(found.fileKey()).replaceAll("dev=[^,]*,", "");
            return Sha256.of(real + "\n" + key);
        } catch (IOException e) {
            throw SideFile.trouble(file.path(), e);
        }
    }

    @Override
    public void evaluated() {
        plan("evaluated", "yes");
        sql.save();
    }

    @Override
    public boolean isEvaluated() {
        return plan("evaluated").isPresent();
    }

    @Override
    public long takeLease() {
        long next = lease() + 1;
        plan("lease", Long.toString(next));
        sql.save();
        return next;
    }

    private long lease() {
        return Long.parseLong(plan("lease").orElseThrow());
    }

    private Optional<String> plan(String name) {
        List<String> found = new ArrayList<>();
        sql.each(
                "select content from plan where name = ?",
                row -> found.add(row.getString(1)),
                name);
        return found.stream().findFirst();
    }

    private void plan(String name, String content) {
        if (sql.run("update plan set content = ? where name = ?", content, name) == 0) {
            sql.run("insert into plan values (?, ?)", name, content);
        }
    }

    @Override
    public void recipients(Consumer<Recipient> each) {
        sql.each(people + "order by ordinal", row -> each.accept(recipient(row)));
    }

    @Override
    public List<Recipient> recipients(int[] ordinals) {
        List<Recipient> found = new ArrayList<>(ordinals.length);
        if (ordinals.length > 0
                && ordinals[ordinals.length - 1] - ordinals[0] < 4 * ordinals.length) {
            // Claims lie close together: one walk through the table instead of a search for each.
            sql.each(
                    people + "where ordinal between ? and ? order by ordinal",
                    row -> {
                        if (Arrays.binarySearch(ordinals, row.getInt(1)) >= 0) {
                            found.add(recipient(row));
                        }
                    },
                    ordinals[0],
                    ordinals[ordinals.length - 1]);
            return found;
        }
        Object[] wanted = new Object[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            wanted[i] = ordinals[i];
        }
        sql.each(
                people + "where ordinal = any(?) order by ordinal",
                row -> found.add(recipient(row)),
                (Object) wanted);
        return found;
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getInt(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Arm.valueOf(row.getString(4)),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)),
                ZoneId.of(row.getString(7)),
                variables(row.getString(8)),
                row.getInt(9),
                RoutesJson.passed(row.getString(10)));
    }

    private static SortedMap<String, String> variables(@Nullable String json) {
        SortedMap<String, String> found = new TreeMap<>();
        if (json != null) {
            JsonView.of(StrictJson.read(json))
                    .entries()
                    .forEach(e -> found.put(e.getKey(), e.getValue().text()));
        }
        return found;
    }

    @Override
    public void claims(Consumer<Claim> each) {
        sql.each(
                "select number, lease, ordinals, at from claim order by number",
                row ->
                        each.accept(
                                new Claim(
                                        row.getLong(1),
                                        row.getLong(2),
                                        Ordinals.read(row.getString(3)),
                                        Instant.ofEpochMilli(row.getLong(4)))));
    }

    @Override
    public void results(Consumer<Result> each) {
        sql.each(
                "select ordinal, claim, outcome, provider_id, detail, at, next_at from result order"
                        + " by n",
                row -> {
                    long next = row.getLong(7);
                    Optional<Instant> again =
                            row.wasNull()
                                    ? Optional.empty()
                                    : Optional.of(Instant.ofEpochMilli(next));
                    each.accept(
                            new Result(
                                    row.getInt(1),
                                    row.getLong(2),
                                    RecipientState.valueOf(row.getString(3)),
                                    Optional.ofNullable(row.getString(4)),
                                    row.getString(5),
                                    Instant.ofEpochMilli(row.getLong(6)),
                                    again));
                });
    }

    @Override
    public void commit(long lease, List<Result> found, Optional<Claim> next) {
        sql.doing(
                () -> {
                    if (lease() != lease) {
                        throw new LeaseLost();
                    }
                    insert(found);
                    if (next.isPresent()) {
                        Claim claim = next.get();
                        sql.run(
                                "insert into claim values (?, ?, ?, ?)",
                                claim.number(),
                                claim.lease(),
                                Ordinals.write(claim.ordinals()),
                                claim.at().toEpochMilli());
                    }
                    file.save();
                    return 0;
                });
        results += found.size();
    }

    private void insert(List<Result> found) throws SQLException {
        try (PreparedStatement insert =
                sql.statement("insert into result values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            long n = results;
            for (Result result : found) {
                n++;
                insert.setLong(1, n);
                insert.setInt(2, result.ordinal());
                insert.setLong(3, result.claim());
                insert.setString(4, result.outcome().name());
                insert.setString(5, result.providerId().orElse(null));
                insert.setString(6, result.detail());
                insert.setLong(7, result.at().toEpochMilli());
                if (result.next().isPresent()) {
                    insert.setLong(8, result.next().get().toEpochMilli());
                } else {
                    insert.setNull(8, Types.BIGINT);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public int receipts(String account, List<Receipt> receipts) {
        int added = 0;
        for (Receipt receipt : receipts) {
            added +=
                    sql.run(
                            "insert into receipt select ?, ?, ?, ?, ? where not exists (select 1"
                                    + " from receipt where account = ? and event_id = ?)",
                            account,
                            receipt.eventId(),
                            receipt.ordinal(),
                            receipt.kind().name(),
                            receipt.at().toEpochMilli(),
                            account,
                            receipt.eventId());
        }
        sql.save();
        return added;
    }

    @Override
    public void receipts(Consumer<Receipt> each) {
        sql.each(
                "select event_id, ordinal, kind, at from receipt order by at, event_id",
                row ->
                        each.accept(
                                new Receipt(
                                        row.getString(1),
                                        row.getInt(2),
                                        Receipt.Kind.valueOf(row.getString(3)),
                                        Instant.ofEpochMilli(row.getLong(4)))));
    }

    @Override
    public void forget(int ordinal) {
        String nobody = "erased-" + UUID.randomUUID();
        sql.run(
                "update recipient set profile_key = ?, variables = null, address = case when address"
                        + " is null then null else ? end where ordinal = ?",
                nobody,
                nobody,
                ordinal);
        sql.save();
        file.leaveNothingDeleted();
    }

    @Override
    public List<Composition> composition() {
        List<Composition> found = new ArrayList<>();
        sql.each(
                "select tag, send, holdout, carriers from composition order by tag",
                row -> {
                    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(4));
                    long[] words = new long[bytes.remaining() / Long.BYTES];
                    bytes.asLongBuffer().get(words);
                    found.add(
                            new Composition(
                                    TagKey.parse(row.getString(1)),
                                    row.getLong(2),
                                    row.getLong(3),
                                    words));
                });
        return found;
    }

    @Override
    public void close() {
        try (turn) {
            file.close();
        }
    }
}
