"""Makes the small font files beside it from the packages' full ones: the letters of pl, hu and en, the weights in use.

Run with fonttools and brotli installed: python3 src/web/design-system/fonts/make.py
"""

import os
import tempfile
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGES = os.path.join(HERE, "../../../../node_modules/@fontsource-variable")
WEIGHTS = (400, 400, 700)
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2000, 0x2070), 0x20AC, 0x2122, 0x2212]
POLISH_HUNGARIAN = [ord(letter) for letter in "ĄąĆćĘęŁłŃńŚśŹźŻżŐőŰű"]


def make(family, file, name, letters):
    font = TTFont(f"{PACKAGES}/{family}/files/{family}-{file}.woff2")
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    # Read back, as glyphs get their names on saving.
    with tempfile.TemporaryFile() as plain:
        font.flavor = None
        font.save(plain)
        plain.seek(0)
        font = TTFont(plain)
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "liga", "case"]
        options.hinting = False
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(f"{HERE}/{name}.woff2")
    print(name, os.path.getsize(f"{HERE}/{name}.woff2"))


make("atkinson-hyperlegible-next", "latin-wght-normal", "ui-latin", LATIN)
make("atkinson-hyperlegible-next", "latin-ext-wght-normal", "ui-polish-hungarian", POLISH_HUNGARIAN)
for style in ["normal", "italic"]:
    make("literata", f"latin-wght-{style}", f"reading-latin-{style}", LATIN)
    make("literata", f"latin-ext-wght-{style}", f"reading-polish-hungarian-{style}", POLISH_HUNGARIAN)
