"""Makes the fonts of the window: the Latin letters of Noto Sans and the simplified Chinese of Noto Sans CJK SC, in one family.

How to run it, and on what, says the README beside this file.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

FAMILY = "Marquetry Sans"
FIXED = "Marquetry Mono"
SIMPLIFIED_CHINESE = "Noto Sans CJK SC"
# A quarter of what a screen can show at any size of text.
ERROR = 1.0


def wanted(bundles):
    """The characters of GB 2312 and all of our own texts, and what writes Chinese."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    for bundle in bundles:
        found.update(ord(c) for c in bundle.read_text(encoding="utf-8"))
    # Punctuation and forms of full and half width.
    found.update(range(0x3000, 0x3040))
    found.update(range(0xFF00, 0xFFF0))
    # Arrows, signs of mathematics, shapes.
    found.update(range(0x2190, 0x2600))
    return found


def face(collection):
    for font in TTCollection(collection).fonts:
        if font["name"].getDebugName(1) == SIMPLIFIED_CHINESE or font["name"].getDebugName(16) == SIMPLIFIED_CHINESE:
            return font
    raise SystemExit(f"{collection} holds no {SIMPLIFIED_CHINESE}")


def merge(latin, chinese, characters, style):
    target = TTFont(latin)
    source = face(chinese)
    if target["head"].unitsPerEm != source["head"].unitsPerEm:
        raise SystemExit("the two fonts have different units")
    known = target.getBestCmap()
    shapes = source.getGlyphSet()
    characters = sorted(c for c in characters if c not in known and c in source.getBestCmap())
    order = target.getGlyphOrder()
    added = {}
    for character in characters:
        origin = source.getBestCmap()[character]
        name = f"zh{character:04X}"
        pen = TTGlyphPen(None)
        shapes[origin].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyph = pen.glyph()
        target["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(target["glyf"])
        target["hmtx"].metrics[name] = (source["hmtx"].metrics[origin][0], getattr(glyph, "xMin", 0))
        added[character] = name
    target.setGlyphOrder(order + list(added.values()))
    target["glyf"].glyphOrder = target.getGlyphOrder()
    target["maxp"].numGlyphs = len(target.getGlyphOrder())
    for table in target["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
    # They speak of Latin glyphs only, and hinting bytecode of one font does not fit the other.
    for table in ("fpgm", "prep", "cvt ", "gasp", "hdmx", "LTSH", "VDMX", "DSIG"):
        if table in target:
            del target[table]
    for name in order:
        target["glyf"][name].removeHinting()
    return cut(target, FAMILY, style, target.getBestCmap())


def cut(font, family, style, characters):
    """Leaves these characters, under a name that no font of the system has."""
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    whole = f"{family} {style}"
    for number, text in ((1, family), (2, style), (3, whole), (4, whole), (6, f"{family.replace(' ', '')}-{style}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.glyph_names = False
    options.hinting = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(characters))
    cutter.subset(font)
    return font


def save(font, folder, name):
    # The same bytes at every run.
    font["head"].created = font["head"].modified = 3786825600
    font.recalcTimestamp = False
    font.save(Path(folder) / name)


def of_fixed_width(file):
    """Latin, Greek, Cyrillic, punctuation, arrows, signs: keys and expressions need no more."""
    blocks = ((0x20, 0x24F), (0x370, 0x4FF), (0x2000, 0x22FF), (0x2500, 0x25FF))
    return cut(TTFont(file), FIXED, "Regular", (c for start, end in blocks for c in range(start, end + 1)))


def main(latin_regular, latin_bold, chinese_regular, chinese_bold, fixed, bundles, out):
    characters = wanted(sorted(Path(bundles).glob("*.properties")))
    for latin, chinese, style in ((latin_regular, chinese_regular, "Regular"), (latin_bold, chinese_bold, "Bold")):
        save(merge(latin, chinese, characters, style), out, f"MarquetrySans-{style}.ttf")
    save(of_fixed_width(fixed), out, "MarquetryMono-Regular.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
