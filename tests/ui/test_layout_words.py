"""A layout never claims more than is known of it."""

from coprod_desktop.services.known_layouts import KnownLayout, known_layouts
from coprod_desktop.ui.layout_words import check_words, source_words, sureness_words


def test_how_sure_a_layout_is_stands_beside_its_title() -> None:
    said = {one.key: sureness_words(one) for one in known_layouts(())}
    assert said["lloyds"] == "Known in part"
    assert said["natwest-bankline"] == "Known at second hand"
    assert said["pain.001.001.09"] == "As its publisher describes it"
    assert said["plain"] == "Our own list"
    own = KnownLayout(key="Ours", title="Ours", sureness="official", is_own=True)
    assert sureness_words(own) == "Your own layout"
    assert sureness_words(KnownLayout(key="x", title="X", sureness="memory")).startswith("Not seen")


def test_the_banks_own_guide_always_decides() -> None:
    for one in known_layouts(()):
        assert "payment of one pound" in check_words(one)
        assert one.note in check_words(one)
    assert not check_words(KnownLayout(key="x", title="X")).startswith(" ")


def test_the_source_is_told_where_it_is_known() -> None:
    assert source_words(KnownLayout(key="x", title="X")) == ""
    assert source_words(KnownLayout(key="x", title="X", source="Page 4")) == "From: Page 4"
