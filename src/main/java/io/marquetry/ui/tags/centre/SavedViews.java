package io.marquetry.ui.tags.centre;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.govern.Finding;
import io.marquetry.govern.LifeState;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.Category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The views of the list of tags that the workspace remembers by name. Blocks. */
final class SavedViews {

    private static final String NAME = "tag-views";
    private static final int MOST = 4_000;

    private final Settings settings;

    SavedViews(Settings settings) {
        this.settings = settings;
    }

    /** Returns the views by name; none where what was kept cannot be read any more. */
    SortedMap<String, TagFilter> all() {
        SortedMap<String, TagFilter> views = new TreeMap<>();
        settings.get(NAME)
                .ifPresent(
                        text -> {
                            try {
                                for (JsonView item : JsonView.of(StrictJson.read(text)).items()) {
                                    views.put(item.get("name").text(), filter(item));
                                }
                            } catch (ProblemException unreadable) {
                                views.clear();
                            }
                        });
        return views;
    }

    /**
     * Keeps a view in place of one of the same name.
     *
     * @throws io.marquetry.base.ProblemException if there are too many
     */
    void save(String name, TagFilter filter) {
        SortedMap<String, TagFilter> views = all();
        views.put(name, filter);
        write(views);
    }

    /** Forgets a view. */
    void remove(String name) {
        SortedMap<String, TagFilter> views = all();
        views.remove(name);
        write(views);
    }

    private void write(SortedMap<String, TagFilter> views) {
        List<Json> items = new ArrayList<>();
        for (Map.Entry<String, TagFilter> view : views.entrySet()) {
            items.add(json(view.getKey(), view.getValue()));
        }
        String text = CanonicalJson.write(new Json.Items(items));
        if (text.length() > MOST) {
            throw Problem.of("problem.govern.views", views.size() - 1).asException();
        }
        settings.put(NAME, text);
    }

    private static Json json(String name, TagFilter filter) {
        return new JsonMembers()
                .put("name", name)
                .put("search", filter.search())
                .put("category", filter.category(), c -> Json.text(c.name()))
                .put("state", filter.state(), s -> Json.text(s.name()))
                .put("owner", filter.owner(), Json::text)
                .put("team", filter.team(), Json::text)
                .put("finding", filter.finding(), f -> Json.text(f.name()))
                .done();
    }

    private static TagFilter filter(JsonView item) {
        return new TagFilter(
                item.get("search").text(),
                item.find("category").map(word -> word.word(Category.class)),
                item.find("state").map(word -> word.word(LifeState.class)),
                item.find("owner").map(JsonView::text),
                item.find("team").map(JsonView::text),
                item.find("finding").map(word -> word.word(Finding.Kind.class)));
    }
}
