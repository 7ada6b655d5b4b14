import org.w3c.dom.Element;
import org.w3c.dom.Node;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Writes what is shipped and under which licences, from the jars and their POMs: a text for people,
 * and a bill of materials after CycloneDX 1.6. Works without a network. Fails where a jar brings no
 * licence text and none is kept for it, and where two versions of Jackson would be shipped.
 *
 * <p>Arguments: the version of the product, the folder to write to, the class path of the program
 * as Maven's local repository holds it.
 */
final class Licences {

    private static final Pattern TEXT =
            Pattern.compile(
                    "META-INF/(?:[\\w-]+-)?(?:LICEN[CS]E|NOTICE|COPYING)(?:\\.(?:txt|md))?",
                    Pattern.CASE_INSENSITIVE);

    /** Each of its users has the same text; licences with a line of copyright are not here. */
    private static final Path TEXTS = Path.of("installer/licences/texts");

    /** For jars without a text. */
    private static final Path OF = Path.of("installer/licences/of");

    private static final Path FONTS = Path.of("src/main/resources/fonts");

    /** A shorter text is no licence of those with a common text. */
    private static final int POINTER = 2_000;

    /** What POMs call a licence, and its SPDX identifier. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("(?i).*apache.*2.*", "Apache-2.0"),
                    Map.entry("(?i).*mpl.?2.*|.*mozilla public.*2.*", "MPL-2.0"),
                    Map.entry("(?i).*epl.?1.*", "EPL-1.0"),
                    Map.entry("(?i).*epl.?2.*|.*eclipse public.*2.*", "EPL-2.0"),
                    Map.entry("(?i).*lgpl.?2.*|gnu lesser.*", "LGPL-2.1-only"),
                    Map.entry("(?i).*gplv2.*", "GPL-2.0-with-classpath-exception"),
                    Map.entry("(?i)(the )?mit.*", "MIT"),
                    // Its text is that of MIT, word for word.
                    Map.entry("(?i)bouncy castle.*", "MIT"),
                    Map.entry("(?i)cc0.*", "CC0-1.0"),
                    Map.entry("(?i).*bsd.?2.*|.*2-clause.*", "BSD-2-Clause"),
                    Map.entry("(?i).*bsd.?3.*|.*3-clause.*", "BSD-3-Clause"));

    /** Where a jar lies in the repository, which names it. */
    private record Jar(Path file, String group, String name, String version) {

        static Jar at(Path root, Path file) {
            Path version = file.getParent();
            Path name = version.getParent();
            List<String> group = new ArrayList<>();
            root.relativize(name.getParent()).forEach(part -> group.add(part.toString()));
            return new Jar(
                    file,
                    String.join(".", group),
                    name.getFileName().toString(),
                    version.getFileName().toString());
        }

        Path pom() {
            return file.resolveSibling(name + "-" + version + ".pom");
        }

        String id() {
            return name + "-" + version;
        }
    }

    private final Path repository;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, TreeSet<String>> users = new LinkedHashMap<>();
    private final TreeMap<String, String> list = new TreeMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private final ArrayNode components = json.createArrayNode();

    private Licences(Path repository) {
        this.repository = repository;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<Path> places =
                Stream.of(arguments[2].split(File.pathSeparator))
                        .filter(place -> place.endsWith(".jar"))
                        .map(Path::of)
                        .toList();
        Path root = root(places);
        List<Jar> jars =
                places.stream()
                        .map(place -> Jar.at(root, place))
                        .sorted(Comparator.comparing(jar -> jar.file().getFileName().toString()))
                        .toList();
        new Licences(root).write(arguments[0], folder, jars);
    }

    /** Returns the repository, wherever it lies: groups begin to differ below it. */
    private static Path root(List<Path> jars) {
        Path root = jars.getFirst().getParent();
        for (Path jar : jars) {
            while (!jar.startsWith(root)) {
                root = root.getParent();
            }
        }
        return root;
    }

    private void write(String product, Path folder, List<Jar> jars) throws Exception {
        for (Jar jar : jars) {
            component(jar);
        }
        fonts();
        components.add(runtime());
        TreeSet<String> jacksons = new TreeSet<>();
        jars.stream()
                .filter(jar -> jar.group().startsWith("tools.jackson"))
                .forEach(jar -> jacksons.add(jar.version()));
        if (jacksons.size() > 1) {
            fail(
                    "Several versions of Jackson: "
                            + jacksons
                            + ". Leave one of them out in pom.xml.");
        }
        if (!missing.isEmpty()) {
            fail(
                    "No licence text for "
                            + String.join(", ", missing)
                            + ". Put one into installer/licences/of, named after the artifact.");
        }
        Files.write(
                folder.resolve("marquetry.cdx.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(bill(product)));
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), text());
        for (String own : List.of("LICENSE", "NOTICE")) {
            Files.copy(Path.of(own), folder.resolve(own), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        // Not exit: libraries on the class path would tell of it at length.
        Runtime.getRuntime().halt(1);
    }

    private void component(Jar jar) throws Exception {
        List<String> licences = licences(jar.pom());
        list.put(jar.id(), String.join(" or ", licences));
        components.add(described(jar, licences));
        List<String> texts = texts(jar.file());
        Path kept = OF.resolve(jar.name() + ".txt");
        if (Files.exists(kept)) {
            texts.add(Files.readString(kept));
        }
        // Some jars bring a few lines only, which point to the licence.
        if (texts.stream().mapToInt(String::length).sum() < POINTER) {
            common(licences).ifPresent(texts::add);
        }
        if (texts.isEmpty()) {
            missing.add(jar.id() + " (" + String.join(" or ", licences) + ")");
        }
        texts.forEach(text -> use(text, jar.id()));
    }

    private static Optional<String> common(List<String> licences) throws IOException {
        for (String licence : licences) {
            Path common = TEXTS.resolve(licence + ".txt");
            if (Files.exists(common)) {
                return Optional.of(Files.readString(common));
            }
        }
        return Optional.empty();
    }

    private void use(String text, String user) {
        users.computeIfAbsent(text.strip().replace("\r\n", "\n"), t -> new TreeSet<>()).add(user);
    }

    /** Returns what a POM says, or else its parents. */
    private List<String> licences(Path pom) throws Exception {
        Element project =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(pom.toFile())
                        .getDocumentElement();
        List<String> names = new ArrayList<>();
        child(project, "licenses")
                .ifPresent(
                        all -> {
                            for (Element licence : children(all)) {
                                names.add(
                                        identified(
                                                child(licence, "name")
                                                        .map(Node::getTextContent)
                                                        .orElse("?")));
                            }
                        });
        Optional<Element> parent = child(project, "parent");
        if (!names.isEmpty() || parent.isEmpty()) {
            return names;
        }
        String group = said(parent.get(), "groupId");
        String name = said(parent.get(), "artifactId");
        String version = said(parent.get(), "version");
        return licences(
                repository
                        .resolve(group.replace('.', '/'))
                        .resolve(name)
                        .resolve(version)
                        .resolve(name + "-" + version + ".pom"));
    }

    private static String said(Element of, String name) {
        return child(of, name).map(Node::getTextContent).map(String::strip).orElse("");
    }

    private static Optional<Element> child(Element of, String name) {
        return children(of).stream().filter(e -> e.getTagName().equals(name)).findFirst();
    }

    private static List<Element> children(Element of) {
        List<Element> elements = new ArrayList<>();
        for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String identified(String said) {
        String name = said.strip().replaceAll("\\s+", " ");
        return NAMES.entrySet().stream()
                .filter(known -> name.matches(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(name);
    }

    private static List<String> texts(Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> entries =
                    zip.stream()
                            .map(entry -> (ZipEntry) entry)
                            .filter(entry -> TEXT.matcher(entry.getName()).matches())
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList();
            for (ZipEntry entry : entries) {
                texts.add(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private void fonts() throws IOException {
        try (Stream<Path> files = Files.list(FONTS)) {
            for (Path licence :
                    files.filter(f -> f.toString().endsWith("-LICENSE.txt")).sorted().toList()) {
                String font = licence.getFileName().toString().replace("-LICENSE.txt", "");
                list.put("font " + font, "see below");
                use(Files.readString(licence), "font " + font);
            }
        }
    }

    private ObjectNode bill(String product) {
        ObjectNode bill = json.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        ObjectNode itself = bill.putObject("metadata").putObject("component");
        itself.put("type", "application").put("name", "marquetry").put("version", product);
        licence(itself, List.of("Apache-2.0"));
        bill.set("components", components);
        return bill;
    }

    private ObjectNode described(Jar jar, List<String> licences) throws Exception {
        ObjectNode component = json.createObjectNode();
        component.put("type", "library").put("group", jar.group());
        component.put("name", jar.name()).put("version", jar.version());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar.file()));
        component
                .putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", HexFormat.of().formatHex(hash));
        licence(component, licences);
        String classifier =
                jar.file().getFileName().toString().replace(jar.id(), "").replace(".jar", "");
        component.put(
                "purl",
                "pkg:maven/%s/%s@%s?type=jar%s"
                        .formatted(
                                jar.group(),
                                jar.name(),
                                jar.version(),
                                classifier.isEmpty()
                                        ? ""
                                        : "&classifier=" + classifier.substring(1)));
        return component;
    }

    private static void licence(ObjectNode of, List<String> licences) {
        ArrayNode all = of.putArray("licenses");
        for (String licence : licences) {
            boolean known = NAMES.containsValue(licence);
            all.addObject().putObject("license").put(known ? "id" : "name", licence);
        }
    }

    private ObjectNode runtime() {
        ObjectNode java = json.createObjectNode();
        java.put("type", "platform").put("publisher", System.getProperty("java.vendor"));
        java.put("name", "OpenJDK runtime").put("version", Runtime.version().toString());
        licence(java, List.of("GPL-2.0-with-classpath-exception"));
        return java;
    }

    private String text() {
        StringBuilder out = new StringBuilder("What is shipped with Marquetry beside itself\n\n");
        list.forEach((name, licence) -> out.append(name).append(": ").append(licence).append('\n'));
        out.append("OpenJDK runtime ")
                .append(Runtime.version())
                .append(": GPL-2.0-with-classpath-exception, see its folder legal\n");
        users.forEach(
                (text, who) ->
                        out.append("\n")
                                .append("=".repeat(80))
                                .append("\nOf ")
                                .append(String.join(", ", who))
                                .append("\n\n")
                                .append(text)
                                .append('\n'));
        return out.toString();
    }
}
