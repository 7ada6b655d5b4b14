package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonRefusal;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes what stands in the fields of a form as the document of an account, and the way back. */
final class AccountDocument {

    private AccountDocument() {}

    /** Writes the fields of a kind that has a document. */
    static String write(AccountKind kind, Map<AccountField, String> values) {
        JsonMembers all = new JsonMembers().put("format", kind.format().orElseThrow());
        Map<String, JsonMembers> groups = new LinkedHashMap<>();
        for (AccountField field : kind.fields()) {
            String text = values.getOrDefault(field, "").strip();
            String[] path = field.pointer().split("/", -1);
            if (path.length == 2 && !text.isEmpty()) {
                put(all, path[1], field, text);
            } else if (path.length == 3 && isSaid(path[1], kind, values)) {
                JsonMembers group = groups.computeIfAbsent(path[1], name -> new JsonMembers());
                if (!text.isEmpty()) {
                    put(group, path[2], field, text);
                }
            }
        }
        groups.forEach((name, group) -> all.put(name, group.done()));
        return CanonicalJson.write(all.done());
    }

    /** A number that is none goes there as a text, which whoever reads it refuses. */
    private static void put(JsonMembers into, String name, AccountField field, String text) {
        if (field.isNumber() && text.matches("[0-9]{1,9}")) {
            into.put(name, Long.parseLong(text));
        } else {
            into.put(name, text);
        }
    }

    /** The server is always needed; the others where something stands that was not proposed. */
    private static boolean isSaid(
            String group, AccountKind kind, Map<AccountField, String> values) {
        return group.equals("server")
                || kind.fields().stream()
                        .filter(field -> field.pointer().startsWith('/' + group + '/'))
                        .filter(field -> !field.isProposed())
                        .anyMatch(field -> !values.getOrDefault(field, "").isBlank());
    }

    /** Returns what the document of an account says, by field. */
    static Map<AccountField, String> read(AccountKind kind, String document) {
        Map<AccountField, String> values = new EnumMap<>(AccountField.class);
        JsonView view = JsonView.of(StrictJson.read(document));
        for (AccountField field : kind.fields()) {
            Optional<JsonView> at = Optional.of(view);
            for (String name : List.of(field.pointer().split("/", -1))) {
                at = name.isEmpty() ? at : at.flatMap(one -> one.find(name));
            }
            if (!field.pointer().isEmpty()) {
                values.put(field, at.map(JsonView::json).map(AccountDocument::text).orElse(""));
            }
        }
        return values;
    }

    private static String text(Json json) {
        return json instanceof Json.Text text
                ? text.text()
                : json instanceof Json.Whole whole ? String.valueOf(whole.number()) : "";
    }

    /**
     * Returns what is wrong, by field: whoever reads the document says it. What is found is put
     * right before it is read again, so that one mistake does not hide the next.
     *
     * @param labels what the form calls its fields
     */
    static Map<AccountField, Problem> wrong(
            AccountKind kind,
            Map<AccountField, String> values,
            Function<AccountField, String> labels) {
        Map<AccountField, Problem> found = new EnumMap<>(AccountField.class);
        Map<AccountField, String> right = new EnumMap<>(AccountField.class);
        right.putAll(values);
        for (int i = 0; i < AccountField.values().length; i++) {
            Optional<JsonRefusal> refused = read(write(kind, right));
            Optional<AccountField> at = refused.flatMap(why -> field(kind, why.pointer()));
            if (refused.isEmpty() || at.isEmpty() || found.containsKey(at.get())) {
                return found;
            }
            AccountField field = at.get();
            boolean missing =
                    values.getOrDefault(field, "").isBlank()
                            && field != AccountField.UNSUBSCRIBE_MAIL;
            found.put(
                    field,
                    missing
                            ? Problem.of("problem.dispatch.fieldMissing")
                            : refused.get().at(labels.apply(field)));
            right.put(field, field.sample());
        }
        return found;
    }

    private static Optional<JsonRefusal> read(String document) {
        try {
            AccountText.described(document, new SecretPlace.None());
            return Optional.empty();
        } catch (JsonRefusal e) {
            return Optional.of(e);
        }
    }

    /** Pointers of refusals begin with a number sign. */
    private static Optional<AccountField> field(AccountKind kind, String refused) {
        String pointer = refused.substring(1);
        return kind.fields().stream()
                .filter(field -> !field.pointer().isEmpty())
                .filter(
                        field ->
                                field.pointer().equals(pointer)
                                        || field.pointer().startsWith(pointer + '/'))
                .findFirst();
    }
}
