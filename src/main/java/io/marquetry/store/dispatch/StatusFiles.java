package io.marquetry.store.dispatch;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.desk.Board;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.file.SideFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How dispatches stood, a small file beside each; it tells of which state of the other it is. */
public final class StatusFiles implements Board {

    private static final long MOST = Json.Whole.MAX;

    private final Path folder;

    /**
     * Remembers it in a workspace.
     *
     * @param workspace its folder
     */
    public StatusFiles(Path workspace) {
        this.folder = workspace.resolve("dispatches");
    }

    @Override
    public Optional<Status> find(DispatchId id) {
        Path file = file(id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonView view =
                    JsonView.of(StrictJson.read(Files.readString(file, StandardCharsets.UTF_8)));
            return view.get("of").text().equals(mark(id))
                    ? Optional.of(read(view))
                    : Optional.empty();
        } catch (IOException | ProblemException | IllegalArgumentException e) {
            // Half written or older: it is worked out anew.
            return Optional.empty();
        }
    }

    @Override
    public void put(Status status) {
        DispatchId id = status.dispatch().id();
        JsonMembers members =
                new JsonMembers()
                        .put("of", mark(id))
                        .put("dispatch", DispatchJson.write(status.dispatch()))
                        .put("next", status.next(), next -> Json.text(next.toString()))
                        .put("evaluated", Boolean.toString(status.evaluated()))
                        .put("people", counts(status.people()))
                        .put(
                                "byRoute",
                                status.dispatch().others().isEmpty()
                                        ? Optional.<Status>empty()
                                        : Optional.of(status),
                                one ->
                                        new Json.Items(
                                                one.byRoute().stream()
                                                        .map(StatusFiles::counts)
                                                        .toList()))
                        .put("late", counts(status.late()))
                        .put("receipts", counts(status.receipts()))
                        .put(
                                "steps",
                                new Json.Items(
                                        status.steps().stream().map(StatusFiles::write).toList()));
        Path file = file(id);
        try {
            DurableFiles.write(
                    file, CanonicalJson.write(members.done()).getBytes(StandardCharsets.UTF_8));
            PrivateFiles.close(file);
        } catch (IOException e) {
            throw SideFile.trouble(file, e);
        }
    }

    private static Json write(StateStep step) {
        return new JsonMembers()
                .put("state", step.state().name())
                .put("cause", step.cause(), cause -> Json.text(cause.name()))
                .put("who", step.who())
                .put("note", step.note(), Json::text)
                .put("at", step.at().toString())
                .done();
    }

    private static <K extends Enum<K>> Json counts(Map<K, Long> counts) {
        JsonMembers members = new JsonMembers();
        counts.forEach((key, count) -> members.put(key.name(), count));
        return members.done();
    }

    private static Status read(JsonView view) {
        List<StateStep> steps = view.get("steps").items().stream().map(StatusFiles::step).toList();
        Map<RecipientState, Long> people = counts(view.get("people"), RecipientState.class);
        return new Status(
                DispatchJson.read(view.get("dispatch")),
                steps,
                people,
                view.find("byRoute")
                        .map(
                                all ->
                                        all.items().stream()
                                                .map(one -> counts(one, RecipientState.class))
                                                .toList())
                        .orElseGet(() -> List.of(people)),
                counts(view.get("late"), Late.class),
                counts(view.get("receipts"), Receipt.Kind.class),
                view.find("next").map(next -> Instant.parse(next.text())),
                Boolean.parseBoolean(view.get("evaluated").text()));
    }

    private static <K extends Enum<K>> Map<K, Long> counts(JsonView view, Class<K> kind) {
        Map<K, Long> counts = new EnumMap<>(kind);
        view.entries()
                .forEach(
                        e ->
                                counts.put(
                                        Enum.valueOf(kind, e.getKey()),
                                        e.getValue().whole(0, MOST)));
        return counts;
    }

    private static StateStep step(JsonView view) {
        return new StateStep(
                view.get("state").word(DispatchState.class),
                view.find("cause").map(cause -> cause.word(StateStep.Cause.class)),
                view.get("who").text(),
                view.find("note").map(JsonView::text),
                Instant.parse(view.get("at").text()));
    }

    /** Returns what changes with each change of a dispatch's file. */
    private String mark(DispatchId id) {
        Path file = folder.resolve(id.number() + ".mv.db");
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw SideFile.trouble(file, e);
        }
    }

    private Path file(DispatchId id) {
        return folder.resolve(id.number() + ".status");
    }
}
