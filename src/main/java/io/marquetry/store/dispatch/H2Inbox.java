package io.marquetry.store.dispatch;

import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the provider of an account brought, in the file of what holds for all dispatches. */
final class H2Inbox implements Inbox {

    /** What the file has for it; harmless where it is there already. */
    static final List<String> TABLES =
            List.of(
                    "create table if not exists told (account varchar(32) not null, event_id varchar"
                            + " not null, about varchar not null, kind varchar(16) not null, at"
                            + " bigint not null, primary key (account, event_id))");

    private final H2Reach reach;
    private final String account;

    H2Inbox(H2Reach reach, String account) {
        this.reach = reach;
        this.account = account;
    }

    @Override
    public void keep(List<Channel.Told> told) {
        synchronized (reach) {
            Sql sql = reach.sql();
            for (Channel.Told one : told) {
                sql.run(
                        "insert into told select ?, ?, ?, ?, ? where not exists (select 1 from told"
                                + " where account = ? and event_id = ?)",
                        account,
                        one.eventId(),
                        one.about(),
                        one.kind().name(),
                        one.at().toEpochMilli(),
                        account,
                        one.eventId());
            }
            sql.save();
        }
    }

    @Override
    public List<Channel.Told> since(Instant moment) {
        List<Channel.Told> found = new ArrayList<>();
        synchronized (reach) {
            reach.sql()
                    .each(
                            "select event_id, about, kind, at from told where account = ? and at >="
                                    + " ? order by at, event_id",
                            row ->
                                    found.add(
                                            new Channel.Told(
                                                    row.getString(1),
                                                    row.getString(2),
                                                    Receipt.Kind.valueOf(row.getString(3)),
                                                    Instant.ofEpochMilli(row.getLong(4)))),
                            account,
                            moment.toEpochMilli());
        }
        return found;
    }

    @Override
    public void forget(Instant before) {
        synchronized (reach) {
            Sql sql = reach.sql();
            int gone =
                    sql.run(
                            "delete from told where account = ? and at < ?",
                            account,
                            before.toEpochMilli());
            if (gone > 0) {
                sql.save();
                reach.leaveNothingDeleted();
            }
        }
    }
}
