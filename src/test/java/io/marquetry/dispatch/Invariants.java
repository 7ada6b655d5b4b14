package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Sha256;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;
import io.marquetry.store.dispatch.StatusFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds of all dispatches of a workspace after each step, whatever was done: read from copies
 * of the files, for whoever opens one changes when it was changed last.
 */
final class Invariants {

    /** What is sent never waits for more claims than these. */
    private static final int OPEN_CLAIMS = 2;

    /** What the provider for demonstrations took. */
    private static final String LIST = "dispatches/demo-provider.txt";

    private final Path workspace;
    private final Path copy;

    private Invariants(Path workspace, Path copy) {
        this.workspace = workspace;
        this.copy = copy;
    }

    /** Holds them; a workspace without dispatches has none. */
    static void hold(Path workspace) {
        try {
            if (!Files.isDirectory(workspace.resolve("dispatches"))) {
                return;
            }
            Path copy = Files.createTempDirectory(workspace.resolveSibling(""), "looked-at");
            Files.createDirectories(copy.resolve("dispatches"));
            copy(workspace, copy);
            copy(workspace.resolve("dispatches"), copy.resolve("dispatches"));
            Invariants here = new Invariants(workspace, copy);
            H2DispatchFiles files = new H2DispatchFiles(copy);
            Set<String> codes = new HashSet<>();
            for (DispatchId id : files.list()) {
                try (DispatchFile file = files.open(id)) {
                    here.hold(file, codes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("(reach|[0-9]+)\\.(mv\\.db|seal)|demo-provider\\.txt")) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private void hold(DispatchFile file, Set<String> codes) throws IOException {
        List<Recipient> people = new ArrayList<>();
        file.recipients(people::add);
        Progress progress = Progress.read(file);
        eachPersonAndAddressOnce(file, people);
        eachCodeOnce(file, people, progress, codes);
        everybodyIsCounted(file, people);
        nothingFrozenChanges(file, people);
        stepsFollowTheTable(file.steps());
        claimsFollowTheTable(file, people, progress);
        contactsAreCounted(file, people, progress);
        if (Files.exists(copy.resolve(LIST))) {
            theProviderTookWhatWasSent(file, people, progress);
        }
        whatIsRememberedIsTrue(file, progress);
    }

    private static void eachPersonAndAddressOnce(DispatchFile file, List<Recipient> people) {
        Set<String> keys = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            Recipient person = people.get(i);
            assertThat(person.ordinal()).isEqualTo(i);
            assertThat(keys.add(person.key())).as("one row for person %d", i).isTrue();
            person.address()
                    .ifPresent(
                            to ->
                                    assertThat(addresses.add(channel(file, person) + " " + to))
                                            .as("one address: %s", to)
                                            .isTrue());
        }
    }

    private static ChannelKind channel(DispatchFile file, Recipient person) {
        return file.dispatch().routes().get(person.route()).channel();
    }

    /** A code goes to another person only where the first was never about to be sent to. */
    private static void eachCodeOnce(
            DispatchFile file, List<Recipient> people, Progress progress, Set<String> codes) {
        DispatchState state = file.steps().getLast().state();
        boolean over = state.isLast() && state != DispatchState.DONE;
        for (Recipient person : people) {
            boolean gaveBack = over && progress.claimOf(person.ordinal()) == 0;
            Optional.ofNullable(person.filling().get(Terms.CODE))
                    .filter(code -> !gaveBack)
                    .ifPresent(code -> assertThat(codes.add(code)).as("code of %s", code).isTrue());
        }
    }

    /** gross = reasons + control + holdout + net, and net = the states. */
    private static void everybodyIsCounted(DispatchFile file, List<Recipient> people) {
        Counts counts = file.dispatch().counts();
        Map<Reason, Long> reasons =
                people.stream()
                        .filter(person -> person.arm() == Arm.EXCLUDED)
                        .collect(
                                Collectors.groupingBy(
                                        person -> Reason.first(person.reasons()),
                                        Collectors.counting()));
        assertThat(counts)
                .isEqualTo(
                        new Counts(
                                people.size(),
                                reasons,
                                counts.lifted(),
                                in(people, Arm.CONTROL),
                                in(people, Arm.HOLDOUT),
                                in(people, Arm.SEND),
                                byRoute(file.dispatch(), people)));
        Map<RecipientState, Long> states =
                Progress.read(file).counts(file.steps().getLast().state());
        assertThat(states.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(counts.net());
    }

    private static List<Long> byRoute(Dispatch dispatch, List<Recipient> people) {
        List<Long> net = new ArrayList<>();
        for (int i = 0; i < dispatch.routes().size() && !dispatch.others().isEmpty(); i++) {
            int route = i;
            net.add(in(people.stream().filter(one -> one.route() == route).toList(), Arm.SEND));
        }
        return net;
    }

    private static long in(List<Recipient> people, Arm arm) {
        return people.stream().filter(person -> person.arm() == arm).count();
    }

    /**
     * Arms, texts and codes are the same as when this was asked first; but who is erased is gone.
     */
    private void nothingFrozenChanges(DispatchFile file, List<Recipient> people)
            throws IOException {
        List<String> now = new ArrayList<>();
        now.add(Sha256.of(file.dispatch().toString() + file.dispatch().text()));
        for (Recipient person : people) {
            Route route = file.dispatch().routes().get(person.route());
            String text = route.text().fill(person.filling());
            now.add(
                    "%s %d %s %s %s"
                            .formatted(
                                    person.arm(),
                                    person.reasons(),
                                    person.due(),
                                    person.zone(),
                                    person.key().startsWith("erased-")
                                            ? "erased"
                                            : Sha256.of(person.key() + person.address() + text)));
        }
        Path kept =
                workspace.resolveSibling(
                        workspace.getFileName() + "-" + file.dispatch().id().number() + ".frozen");
        if (Files.exists(kept)) {
            List<String> before = Files.readAllLines(kept);
            assertThat(now).hasSameSizeAs(before);
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).endsWith(" erased")) {
                    assertThat(now.get(i)).as("frozen, line %d", i).isEqualTo(before.get(i));
                }
            }
        }
        Files.write(kept, now);
    }

    private static void stepsFollowTheTable(List<StateStep> steps) {
        assertThat(steps.getFirst().state()).isEqualTo(DispatchState.PLANNED);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i - 1).state().next()).contains(steps.get(i).state());
        }
    }

    /**
     * Nobody is claimed again unless the try before was surely not taken, results answer claims,
     * and no more claims are open than a sudden end may leave.
     */
    private static void claimsFollowTheTable(
            DispatchFile file, List<Recipient> people, Progress progress) {
        List<Result> all = new ArrayList<>();
        file.results(all::add);
        Map<String, RecipientState> answers = new HashMap<>();
        for (Result result : all) {
            String of = result.ordinal() + "/" + result.claim();
            Optional.ofNullable(answers.put(of, result.outcome()))
                    .ifPresent(before -> assertThat(before.next()).contains(result.outcome()));
        }
        Map<Integer, Long> last = new HashMap<>();
        Set<String> claimed = new HashSet<>();
        Set<Long> open = new HashSet<>();
        long[] before = {0, 0};
        file.claims(
                claim -> {
                    assertThat(claim.number()).isEqualTo(++before[0]);
                    assertThat(claim.lease()).isGreaterThanOrEqualTo(before[1]);
                    before[1] = claim.lease();
                    for (int ordinal : claim.ordinals()) {
                        assertThat(people.get(ordinal).arm()).isEqualTo(Arm.SEND);
                        claimed.add(ordinal + "/" + claim.number());
                        Optional.ofNullable(last.put(ordinal, claim.number()))
                                .ifPresent(
                                        older ->
                                                assertThat(answers.get(ordinal + "/" + older))
                                                        .as("why %d is claimed again", ordinal)
                                                        .isEqualTo(RecipientState.RETRY));
                        if (!answers.containsKey(ordinal + "/" + claim.number())) {
                            open.add(claim.number());
                        }
                    }
                });
        answers.forEach(
                (of, outcome) -> {
                    if (of.endsWith("/0")) {
                        // Somebody who was erased before their turn.
                        assertThat(outcome).isEqualTo(RecipientState.LATE_EXCLUDED);
                    } else {
                        assertThat(claimed).contains(of);
                    }
                });
        assertThat(open).hasSizeLessThanOrEqualTo(OPEN_CLAIMS);
        for (int ordinal : progress.in(RecipientState.WAITING)) {
            assertThat(last).doesNotContainKey(ordinal);
        }
    }

    /** Whoever may have got something counts for the caps of other dispatches. */
    private void contactsAreCounted(DispatchFile file, List<Recipient> people, Progress progress) {
        Map<ChannelKind, Map<String, Integer>> counted = new EnumMap<>(ChannelKind.class);
        try (H2Reach reach = new H2Reach(copy)) {
            for (ChannelKind kind : ChannelKind.values()) {
                counted.put(kind, reach.contacts(kind, Instant.EPOCH));
            }
        }
        for (RecipientState state : List.of(RecipientState.SENT, RecipientState.UNKNOWN)) {
            for (int ordinal : progress.in(state)) {
                String key = people.get(ordinal).key();
                Map<String, Integer> had =
                        counted.getOrDefault(channel(file, people.get(ordinal)), Map.of());
                assertThat(had.containsKey(key) || key.startsWith("erased-"))
                        .as("contact of %d, %s", ordinal, state)
                        .isTrue();
            }
        }
    }

    /** The provider's own list: nobody twice, all who were sent to, and nobody who was kept out. */
    private void theProviderTookWhatWasSent(
            DispatchFile file, List<Recipient> people, Progress progress) throws IOException {
        List<String> accounts = file.dispatch().routes().stream().map(Route::account).toList();
        int demo = accounts.indexOf(Account.DEMO.name());
        if (demo < 0) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (String line : Files.readAllLines(copy.resolve(LIST), StandardCharsets.US_ASCII)) {
            assertThat(taken.add(line.split(" ", -1)[0])).as("taken once: %s", line).isTrue();
        }
        MessageKey keys = new MessageKey(file.dispatch(), demo);
        for (Recipient person : people) {
            if (person.route() != demo) {
                continue;
            }
            boolean has = taken.contains(keys.of(person.ordinal()));
            String who = person + " " + progress.state(person.ordinal());
            switch (progress.state(person.ordinal()).orElse(RecipientState.WAITING)) {
                case SENT -> assertThat(has).as(who).isTrue();
                case WAITING, FAILED, LATE_EXCLUDED, CANCELLED, EXPIRED ->
                        assertThat(has).as(who).isFalse();
                case CLAIMED, RETRY, UNKNOWN -> {}
            }
        }
    }

    /** What lists show is read from a small file; it is used only while it tells the truth. */
    private void whatIsRememberedIsTrue(DispatchFile file, Progress progress) {
        Optional<Status> kept = new StatusFiles(workspace).find(file.dispatch().id());
        kept.ifPresent(
                status -> {
                    assertThat(status.steps()).isEqualTo(file.steps());
                    assertThat(status.people()).isEqualTo(progress.counts(status.state()));
                    assertThat(status.byRoute()).isEqualTo(progress.countsByRoute(status.state()));
                    assertThat(status.late()).isEqualTo(progress.late());
                });
    }
}
