package io.marquetry.requirement.search;

import io.marquetry.base.VisibleText;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a text as they are looked for: English ones without their endings, Han characters
 * alone and in pairs, numbers and periods each as one word.
 */
final class Words {

    /** Words that say nothing of what is wanted. */
    private static final Set<String> EMPTY =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "get",
                    "give", "has", "have", "he", "her", "him", "his", "i", "if", "in", "into", "is",
                    "it", "its", "let", "make", "me", "my", "of", "on", "or", "our", "out", "per",
                    "please", "send", "she", "should", "so", "some", "such", "tell", "that", "the",
                    "their", "them", "then", "these", "they", "this", "those", "to", "up", "us",
                    "want", "was", "we", "were", "what", "when", "which", "who", "whom", "will",
                    "with", "would", "you", "your", "的", "了", "给", "把", "向", "对", "在", "和", "与",
                    "及", "并", "或", "让", "请", "我", "们", "你", "您", "他", "她", "它", "这", "那", "个", "些",
                    "是", "有", "就", "也", "都", "被", "到", "为", "着", "过", "地", "得", "从", "以", "其", "中",
                    "里", "等", "吧", "呢", "啊", "要", "想", "做");

    private static final Analyzer ANALYZER =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    StandardTokenizer words = new StandardTokenizer();
                    TokenStream small = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                    TokenStream pairs = new CJKBigramFilter(small, CJKBigramFilter.HAN, true);
                    return new TokenStreamComponents(
                            words,
                            new PorterStemFilter(
                                    new StopFilter(pairs, new CharArraySet(EMPTY, true))));
                }
            };

    private Words() {}

    /** Returns the words of a text, in its order, numbers and periods at the end. */
    static List<String> of(String text) {
        String plain = VisibleText.folded(text).replace('_', ' ').replaceAll("[–—-]", " ");
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", plain)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.addAll(Measures.in(plain));
        return words;
    }

    /** Returns the words of a key: its parts, and letters and digits apart. */
    static List<String> ofKey(String key) {
        List<String> words = new ArrayList<>(of(key));
        words.addAll(of(key.replaceAll("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])", " ")));
        return words;
    }

    /** Returns whether a word is a pair of Han characters or a whole word: none alone. */
    static boolean isWhole(String word) {
        return word.codePointCount(0, word.length()) > 1
                || !Character.isIdeographic(word.codePointAt(0));
    }
}
