package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.StopWords;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What providers bring by themselves. Whoever says stop is on the list of those who must not be
 * written to before the provider is told that it arrived, whatever dispatch they mean; of what
 * people reply nothing else is kept.
 */
record Inboxes(Reach reach, Function<String, Inbox> stored) {

    Inbox of(Account account) {
        return new Stopping(reach, account, stored.apply(account.name()));
    }

    private record Stopping(Reach reach, Account account, Inbox to) implements Inbox {

        @Override
        public void keep(List<Channel.Told> told) {
            List<Channel.Told> read = told.stream().map(Stopping::read).toList();
            List<Reach.Suppression> stops = read.stream().flatMap(this::stop).toList();
            if (!stops.isEmpty()) {
                reach.suppress(stops);
            }
            to.keep(read);
        }

        private static Channel.Told read(Channel.Told one) {
            boolean stops = one.kind() == Receipt.Kind.REPLIED && StopWords.isStop(one.detail());
            return new Channel.Told(
                    one.eventId(),
                    one.about(),
                    stops ? Receipt.Kind.UNSUBSCRIBED : one.kind(),
                    one.at());
        }

        private Stream<Reach.Suppression> stop(Channel.Told one) {
            ChannelKind channel = account.channel();
            return one.kind() == Receipt.Kind.UNSUBSCRIBED
                    ? channel.normal(one.about()).stream()
                            .map(
                                    address ->
                                            new Reach.Suppression(
                                                    channel,
                                                    address,
                                                    "unsubscribed",
                                                    account.name(),
                                                    one.at()))
                    : Stream.empty();
        }

        @Override
        public List<Channel.Told> since(Instant moment) {
            return to.since(moment);
        }

        @Override
        public void forget(Instant before) {
            to.forget(before);
        }
    }
}
