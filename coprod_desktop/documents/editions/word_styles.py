"""The letters, lists and settings of a file for a word processor, in the format's own words.

They replace those of the empty file that python-docx begins with, which are for another look.
"""

from typing import NamedTuple

FONT = "Atkinson Hyperlegible Next"
FALLBACK = "Arial"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Letters(NamedTuple):
    """The sizes of an edition in points, each with its leading, and the millimetres of a bar."""

    body: tuple[float, float]
    small: tuple[float, float]
    heading: tuple[float, float]
    title: tuple[float, float]
    figure: tuple[float, float]
    bar: float


CLEAR = Letters((14, 19), (12, 15), (18, 23), (24, 29), (18, 25), 6)
LETTER = Letters((12, 16.5), (12, 15), (12, 16.5), (14, 18), (14, 18), 6)
LARGE = Letters((18, 25), (18, 25), (22, 29), (28, 35), (28, 36), 9)


def styles(letters: Letters, language: str) -> str:
    """Write the styles; those of headings and lists have the names that programs look for."""
    body, small, heading, title, figure = letters[:5]
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FALLBACK}"/>'
        f'{_size(body)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{_spacing(body, 0, 6)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + _heading(1, title, 6, 0)
        + _heading(2, heading, 16, 4)
        + _heading(3, body, 10, 3)
        + _paragraph("Person", "Person", heading, is_heavy=True)
        + _paragraph("BigFigure", "Big figure", figure, is_heavy=True, is_kept=True)
        + _paragraph("Lead", "Lead", body, is_heavy=True, is_kept=True)
        + _paragraph("Note", "Note", small)
        + _paragraph("TableText", "Table text", small, after=0)
        + _paragraph("TableTotal", "Table total", small, after=0, is_heavy=True)
        + _paragraph("TableHead", "Table head", small, after=0, is_heavy=True, is_kept=True)
        + _paragraph("Footer", "footer", body, after=0)
        + _paragraph(
            "ListBullet",
            "List Bullet",
            body,
            after=3,
            more='<w:numPr><w:numId w:val="1"/></w:numPr>',
        )
        + "</w:styles>"
    )


def _size(letters: tuple[float, float]) -> str:
    half_points = round(letters[0] * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(letters: tuple[float, float], before: float, after: float) -> str:
    """Say the space around a paragraph and its leading, all given in points."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(letters[1] * 20)}" w:lineRule="atLeast"/>'
    )


def _heading(level: int, letters: tuple[float, float], before: float, after: float) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
        f'{_spacing(letters, before, after)}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr><w:b/><w:bCs/>{_size(letters)}</w:rPr></w:style>"
    )


def _paragraph(
    key: str,
    name: str,
    letters: tuple[float, float],
    *,
    after: float = 2,
    is_heavy: bool = False,
    is_kept: bool = False,
    more: str = "",
) -> str:
    weight = "<w:b/><w:bCs/>" if is_heavy else ""
    kept = "<w:keepNext/>" if is_kept else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{kept}<w:keepLines/>{more}'
        f"{_spacing(letters, 0, after)}</w:pPr><w:rPr>{weight}{_size(letters)}</w:rPr></w:style>"
    )


# A letter that the font has not, or a computer without the font, takes Arial.
FONTS = (
    f'<w:fonts {_W}><w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    f'<w:pitch w:val="variable"/></w:font><w:font w:name="{FALLBACK}">'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def settings(language: str) -> str:
    """Write the settings: today's layout rules, and the language of the words."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
