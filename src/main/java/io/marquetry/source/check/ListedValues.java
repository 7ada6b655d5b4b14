package io.marquetry.source.check;

import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.cell.CellParser;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.NumberForm;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Texts of a list as values that an attribute is compared with. */
public final class ListedValues {

    private ListedValues() {}

    /**
     * Returns the values; days are written with the year first, numbers with a point.
     *
     * @throws io.marquetry.base.ProblemException for the first text that is no value of its type
     */
    public static List<Value> of(Attribute attribute, List<String> texts) {
        CellParser parser =
                new CellParser(
                        attribute.type(), DateForm.YEAR_FIRST, NumberForm.PLAIN, Optional.empty());
        return texts.stream().map(text -> value(attribute, parser, text)).distinct().toList();
    }

    private static Value value(Attribute attribute, CellParser parser, String text) {
        return switch (parser.parse(text)) {
            case String words -> new Value.Text(words);
            case Long whole -> new Value.Number(BigDecimal.valueOf(whole));
            case BigDecimal number -> new Value.Number(number);
            case LocalDate day -> new Value.Day(day);
            case LocalDateTime moment -> new Value.Moment(moment);
            case Boolean truth -> new Value.Truth(truth);
            case null, default ->
                    throw Problem.of(
                                    "problem.import.listValue",
                                    text,
                                    attribute.name(),
                                    attribute.type().name())
                            .asException();
        };
    }
}
