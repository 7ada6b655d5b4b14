package io.marquetry.requirement.search;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds tags by what is said of them: their keys, names in all languages, topics, descriptions,
 * scenarios, texts, and rules in words. Ranked by BM25 (Robertson and Zaragoza 2009); of each word
 * the field counts in which it fits best, and a tenth of the others. Never changes.
 */
public final class TagSearch {

    private static final List<String> FIELDS =
            List.of("key", "name", "topic", "description", "scenario", "text", "rule", "accepted");

    /** How much a field counts; the others once. */
    private static final Map<String, Float> WEIGHTS =
            Map.of("name", 1.4f, "topic", 0.6f, "text", 0.5f, "rule", 0.7f, "scenario", 0.6f);

    private static final float OTHERS = 0.1f;
    private static final float SYNONYM = 0.5f;
    private static final float ALONE = 0.35f;

    /** How much of a part of the requirement the best tag has to say; below, there is none. */
    private static final double FLOOR = 0.2;

    private static final Pattern PARTS =
            Pattern.compile("[.,;:!?\\n。，；：！？、]+(?![0-9])|(?<=\\p{L}) (?:and|but|plus) ");

    private static final Pattern EXCLUDES =
            Pattern.compile(
                    "(?i)^\\s*(?:but\\s+)?(?:do not|don't|don’t|not|no|without|except|exclude|excluding|leave"
                            + " out|skip)\\b|排除|除了|除外|剔除|不含|不包括|不要发|别发|去掉");

    /** Lucene tells everybody that it would like another module; nobody here can do anything. */
    private static final Logger LUCENE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final int MOST_CLAUSES = 200_000;

    static {
        LUCENE.setLevel(Level.SEVERE);
        // A long requirement without a comma is one part of some thousand words in eight fields.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final IndexSearcher searcher;
    private final List<TagKey> keys = new ArrayList<>();
    private final Map<TagKey, Set<String>> said = new HashMap<>();
    private final Synonyms synonyms = Synonyms.ofTheHouse();

    /**
     * Makes a search over tags.
     *
     * @param texts puts rules into words, in all languages
     */
    public TagSearch(Collection<SearchableTag> tags, Texts texts) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        List<RuleWords> rules =
                Texts.LANGUAGES.stream().map(texts::alsoIn).map(RuleWords::new).toList();
        try {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig())) {
                for (SearchableTag tag : tags) {
                    writer.addDocument(document(tag, rules));
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(memory));
            searcher.setSimilarity(new BM25Similarity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(SearchableTag searchable, List<RuleWords> rules) {
        Tag tag = searchable.tag();
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("key", Words.ofKey(tag.key().value()));
        fields.put("name", words(tag.name()));
        fields.put("topic", words(tag.topic()));
        tag.description().ifPresent(text -> fields.put("description", words(text)));
        searchable.scenario().ifPresent(text -> fields.put("scenario", words(text)));
        searchable
                .asset()
                .ifPresent(
                        asset -> {
                            List<String> words = new ArrayList<>(words(asset.name()));
                            asset.body().ifPresent(body -> words.addAll(words(body)));
                            fields.put("text", words);
                        });
        tag.rule()
                .ifPresent(
                        rule ->
                                fields.put(
                                        "rule",
                                        rules.stream()
                                                .flatMap(in -> Words.of(in.of(rule)).stream())
                                                .toList()));
        fields.put(
                "accepted",
                searchable.accepted().stream().flatMap(text -> Words.of(text).stream()).toList());
        Document document = new Document();
        Set<String> all = new HashSet<>();
        fields.forEach(
                (name, words) -> {
                    document.add(new TextField(name, new Given(words)));
                    all.addAll(words);
                });
        keys.add(tag.key());
        said.put(tag.key(), all);
        return document;
    }

    private static List<String> words(LocalizedText text) {
        return text.byLanguage().values().stream().flatMap(one -> Words.of(one).stream()).toList();
    }

    /**
     * Finds what a requirement means. Its parts, between commas and the like, are looked for one by
     * one, so that a long part does not drown a short one.
     *
     * @param most so many tags at most
     */
    public SearchAnswer find(String requirement, int most) {
        Map<TagKey, TagMatch> best = new HashMap<>();
        List<String> lacking = new ArrayList<>();
        Set<TagKey> firsts = new LinkedHashSet<>();
        for (String part : parts(requirement)) {
            List<String> words = Words.of(part);
            if (words.isEmpty()) {
                continue;
            }
            List<TagMatch> matches = matches(part, words);
            matches.forEach(
                    match ->
                            best.merge(
                                    match.tag(),
                                    match,
                                    (one, other) -> one.score() >= other.score() ? one : other));
            if (matches.isEmpty() || covered(words, matches) < FLOOR) {
                lacking.add(part);
            } else {
                firsts.add(matches.getFirst().tag());
            }
        }
        List<TagMatch> all =
                best.values().stream()
                        .sorted(
                                Comparator.comparingDouble(TagMatch::score)
                                        .reversed()
                                        .thenComparing(TagMatch::tag))
                        .toList();
        return new SearchAnswer(first(all, firsts, most), lacking);
    }

    /** The best; of each part at least its first, as long as there is room. */
    private static List<TagMatch> first(List<TagMatch> all, Set<TagKey> firsts, int most) {
        Set<TagKey> chosen = firsts.stream().limit(most).collect(Collectors.toSet());
        all.stream()
                .map(TagMatch::tag)
                .filter(tag -> !chosen.contains(tag))
                .limit(most - chosen.size())
                .toList()
                .forEach(chosen::add);
        return all.stream().filter(match -> chosen.contains(match.tag())).toList();
    }

    private static List<String> parts(String requirement) {
        return Arrays.stream(PARTS.split(requirement))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<TagMatch> matches(String part, List<String> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.stream().distinct().forEach(word -> query.add(any(word), BooleanClause.Occur.SHOULD));
        for (List<List<String>> group : synonyms.of(words)) {
            List<Query> members = group.stream().map(this::together).toList();
            query.add(
                    new BoostQuery(new DisjunctionMaxQuery(members, 0), SYNONYM),
                    BooleanClause.Occur.SHOULD);
        }
        boolean excluded = EXCLUDES.matcher(part.toLowerCase(Locale.ROOT)).find();
        try {
            List<TagMatch> found = new ArrayList<>();
            for (ScoreDoc hit :
                    searcher.search(query.build(), Math.max(1, keys.size())).scoreDocs) {
                found.add(new TagMatch(keys.get(hit.doc), hit.score, part, excluded));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All words of one synonym, as one. */
    private Query together(List<String> words) {
        List<String> whole = words.stream().filter(Words::isWhole).toList();
        List<String> asked = whole.isEmpty() ? words : whole;
        if (asked.size() == 1) {
            return any(asked.getFirst());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        asked.forEach(word -> all.add(any(word), BooleanClause.Occur.MUST));
        return new BoostQuery(all.build(), 1f / asked.size());
    }

    /** A word in the field where it fits best; a Han character alone says little. */
    private Query any(String word) {
        List<Query> fields =
                FIELDS.stream()
                        .map(
                                field ->
                                        (Query)
                                                new BoostQuery(
                                                        new TermQuery(new Term(field, word)),
                                                        WEIGHTS.getOrDefault(field, 1f)))
                        .toList();
        Query best = new DisjunctionMaxQuery(fields, OTHERS);
        return Words.isWhole(word) ? best : new BoostQuery(best, ALONE);
    }

    /** Returns which share of the words the best tags say between them, synonyms included. */
    private double covered(List<String> words, List<TagMatch> matches) {
        Set<String> whole = new HashSet<>(words.stream().filter(Words::isWhole).toList());
        if (whole.isEmpty()) {
            whole.addAll(words);
        }
        Set<String> told = said.getOrDefault(matches.getFirst().tag(), Set.of());
        long said = whole.stream().filter(told::contains).count();
        long meant =
                synonyms.of(words).stream()
                        .filter(group -> group.stream().anyMatch(told::containsAll))
                        .count();
        return (double) Math.min(whole.size(), said + meant) / whole.size();
    }

    /** Words that were found before. */
    private static final class Given extends TokenStream {

        private final Iterator<String> words;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        private Given(List<String> words) {
            this.words = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            boolean more = words.hasNext();
            if (more) {
                term.setEmpty().append(words.next());
            }
            return more;
        }
    }
}
