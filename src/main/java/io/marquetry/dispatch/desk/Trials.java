package io.marquetry.dispatch.desk;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchFiles;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.Terms;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Sends what somebody of a dispatch would read to named people instead, before anybody agrees to
 * it. The dispatch itself stays as it is. Blocks.
 */
public final class Trials {

    /** Stands where a code would: nobody uses up somebody else's. */
    private static final String NO_CODE = "TEST-CODE";

    private static final int MOST = 20;

    private final DispatchFiles files;
    private final Runs runs;
    private final Reach reach;

    Trials(DispatchFiles files, Runs runs, Reach reach) {
        this.files = files;
        this.runs = runs;
        this.reach = reach;
    }

    /**
     * Sends one message to each address.
     *
     * @param account whose messages are tried, where there are several; empty: that of the person
     * @param person the key of the profile whose message it is; empty: the first who gets one
     * @param addresses at most 20
     * @return what the channel said, in the order of the addresses
     * @throws io.marquetry.base.ProblemException if an address is none or must not be written to,
     *     or there is nobody of that key; nothing is sent then
     */
    public List<Answer> send(
            DispatchId id,
            Optional<String> account,
            Optional<String> person,
            List<String> addresses) {
        try (DispatchFile file = files.open(id)) {
            Dispatch dispatch = file.dispatch();
            Recipient sample = sample(file, account, person);
            Route route = dispatch.routes().get(sample.route());
            List<String> normal = checked(route.channel(), addresses);
            Map<String, String> filling = new HashMap<>(sample.filling());
            filling.computeIfPresent(Terms.CODE, (name, code) -> NO_CODE);
            String text = route.text().fill(filling);
            List<Answer> answers = new ArrayList<>();
            try (Channel channel = runs.channel(dispatch, sample.route())) {
                for (String address : normal) {
                    String key = Sha256.of("test " + UUID.randomUUID()).substring(0, 32);
                    answers.add(channel.send(new Message(key, address, text)));
                }
                channel.settle();
            }
            return answers;
        }
    }

    private List<String> checked(ChannelKind channel, List<String> addresses) {
        if (addresses.isEmpty() || addresses.size() > MOST) {
            throw Problem.of("problem.dispatch.testers", MOST).asException();
        }
        Predicate<String> suppressed = reach.suppressed(channel);
        List<String> normal = new ArrayList<>();
        for (String address : addresses) {
            String one =
                    channel.normal(address)
                            .orElseThrow(
                                    () ->
                                            Problem.of("problem.dispatch.tester", normal.size() + 1)
                                                    .asException());
            if (suppressed.test(one)) {
                throw Problem.of("problem.dispatch.testerListed", normal.size() + 1).asException();
            }
            normal.add(one);
        }
        return normal;
    }

    private static Recipient sample(
            DispatchFile file, Optional<String> account, Optional<String> person) {
        List<Route> routes = file.dispatch().routes();
        List<Recipient> found = new ArrayList<>();
        file.recipients(
                one -> {
                    boolean takes =
                            account.isEmpty()
                                    || account.get().equals(routes.get(one.route()).account());
                    boolean wanted = takes && (person.isEmpty() || person.get().equals(one.key()));
                    if (found.isEmpty() && one.arm() == Arm.SEND && wanted) {
                        found.add(one);
                    }
                });
        if (found.isEmpty()) {
            throw Problem.of("problem.dispatch.nobodyToShow", file.dispatch().id().text())
                    .asException();
        }
        return found.getFirst();
    }
}
