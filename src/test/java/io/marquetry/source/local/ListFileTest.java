package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.source.plan.ListFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Graz\nLinz\nWien\n",
                "city\r\nGraz\r\nLinz\r\nGraz\r\n\r\nWien",
                "\uFEFF Graz\u00A0\nLinz\nWien",
                "Graz;Linz;Wien",
                "Graz\tLinz\tWien\n",
                "Graz，Linz，Wien",
                "id,city\n1,Graz\n2,Linz\n3,Wien\n",
                "\"Graz\"\n\"Linz\"\n\"Wien\"\n"
            })
    void listIsReadHoweverItIsWritten(String text) throws Exception {
        assertThat(values(text)).containsExactly("Graz", "Linz", "Wien");
    }

    @Test
    void codesKeepTheirZerosAndTheFirstIsNoName() throws Exception {
        assertThat(values("0017\n0018\n")).containsExactly("0017", "0018");
        assertThat(values("+8613800138000\n")).containsExactly("+8613800138000");
    }

    @Test
    void chineseListOfAnOldProgramIsRead() throws Exception {
        Path file = folder.resolve("l.txt");
        Files.write(file, "北京\n上海\n广州\n成都\n".getBytes(Charset.forName("GB18030")));
        assertThat(ListFile.values(file, "city", 10)).containsExactly("北京", "上海", "广州", "成都");
    }

    @Test
    void aHundredThousandValuesAreAListAndOneMoreIsNot() throws Exception {
        Path file = folder.resolve("l.txt");
        Files.writeString(file, lines(100_000));
        assertThat(ListFile.values(file, "id", 100_000)).hasSize(100_000);
        Files.writeString(file, lines(100_001));
        assertThatThrownBy(() -> ListFile.values(file, "id", 100_000))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("problem.import.listTooLong");
    }

    @Test
    void tableWithoutTheColumnIsRefused() {
        assertThatThrownBy(() -> values("id,town\n1,Graz\n2,Linz\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("problem.import.noColumn");
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "C" + i).collect(Collectors.joining("\n"));
    }

    private List<String> values(String text) throws Exception {
        return ListFile.values(Files.writeString(folder.resolve("l.csv"), text), "city", 100);
    }
}
